import { Failure } from '../../model/failure.js';
import type { LintConfig } from '../../model/lint-settings.js';
import type { Position } from '../../model/position.js';
import { nearest } from '../../text/nearest.js';

const settings = ['severity', 'options', 'suppress'];
const ofSuppression = ['check', 'dashboard', 'panel', 'path', 'reason', 'until'];

/**
 * Sees to it that the configuration says nothing that nobody reads: the type checker may not have seen it.
 *
 * @throws Failure that names what is unknown
 */
export function assertLintConfig(config: LintConfig, position: Position | undefined): void {
  assertKnown('lint', config, settings, position);
  for (const each of config.suppress ?? []) assertKnown('a suppression', each, ofSuppression, position);
}

function assertKnown(what: string, value: object, names: readonly string[], position: Position | undefined): void {
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, names);
  const hint = meant === undefined ? `it has ${names.join(', ')}` : `did you mean "${meant}"?`;
  throw new Failure(`${what} has no setting "${unknown}": ${hint}`, {
    next: 'correct lint in the configuration: docs/guides/lint.md says what it can say',
    position,
  });
}
