import type { ReadVariable } from '../../document/read-dashboard.js';
import { textOf } from '../../document/read/values.js';
import { offeredDatasources } from '../audit/initial-datasource.js';
import type { Scope } from '../interpolate/scope.js';
import { all, listedOptions, queriedOptions, type VariableOption } from '../interpolate/variable-options.js';
import type { PreviewVariable } from './protocol.js';
import type { OptionLog, Shown } from './state.js';

/** A variable as it stands, with what a viewer can choose. */
export function describeVariable(
  variable: ReadVariable,
  { servers }: Pick<Shown, 'servers'>,
  scope: Scope,
  log: OptionLog,
): PreviewVariable {
  const { name, type, hide, multi, includeAll, json } = variable;
  const value = scope.get(name);
  const found = log.get(name);
  const isAll = (type === 'query' || type === 'custom') && includeAll && value?.text === 'All';
  return {
    name,
    label: textOf(json['label']) ?? name,
    type,
    isHidden: hide === 2,
    isMulti: multi,
    hasAll: includeAll,
    options: optionsOf(variable, servers, found),
    current: isAll ? [all] : (value?.values ?? []),
    ...(found?.error === undefined ? {} : { error: found.error }),
  };
}

function optionsOf(
  variable: ReadVariable,
  servers: Shown['servers'],
  found: { readonly values: readonly string[]; readonly error?: string } | undefined,
): readonly VariableOption[] {
  switch (variable.type) {
    case 'query': {
      const returned = found?.error === undefined ? found?.values : undefined;
      return queriedOptions(variable, returned).map((value) => ({ value, text: value }));
    }
    case 'custom':
    case 'interval':
      return listedOptions(variable.query ?? '');
    case 'datasource':
      return offeredDatasources(variable, servers).flatMap(({ title, datasource: { names } }) =>
        names[0] === undefined ? [] : [{ value: names[0], text: title }],
      );
    default:
      return [];
  }
}
