import type { Check } from '../../check.js';
import { deprecatedReference } from './deprecated-reference.js';
import { mixedNotDeclared } from './mixed-not-declared.js';
import { notProvisioned } from './not-provisioned.js';
import { ownerLeftToViewer } from './owner-left-to-viewer.js';
import { roleVariableDefault } from './role-variable-default.js';
import { roleVariableMissing } from './role-variable-missing.js';
import { roleVariableRegex } from './role-variable-regex.js';
import { roleVariableVisible } from './role-variable-visible.js';
import { undeclaredVariable } from './undeclared-variable.js';
import { unusedDatasourceVariable } from './unused-datasource-variable.js';
import { wrongOwner } from './wrong-owner.js';

/** The checks of the group `datasource`. */
export const datasourceChecks: readonly Check[] = [
  notProvisioned,
  wrongOwner,
  ownerLeftToViewer,
  roleVariableMissing,
  roleVariableVisible,
  roleVariableDefault,
  roleVariableRegex,
  undeclaredVariable,
  unusedDatasourceVariable,
  mixedNotDeclared,
  deprecatedReference,
];
