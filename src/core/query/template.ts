import type { AnyVariable, VariableName } from '../model/variable.js';
import type { ValidRole, Role } from '../catalog/role.js';
import { Failure } from '../model/failure.js';
import { callerPosition } from '../catalog/caller.js';
import { expression, type AnyVector, type RoleOf, type VariablesOf, type Vector } from '../promql/expression.js';
import { children, type Node } from '../promql/node.js';
import type { ValidWritten } from './label-list.js';
import { parse } from '../promql/read/parse.js';
import { print } from '../promql/print.js';
import { withRole } from './with-role.js';
import { PromqlSyntaxError } from '../promql/syntax-error.js';

/** A value that can stand in a hole: a vector, a variable or a number. */
export type Hole = AnyVector | AnyVariable | number;

type HoleRole<H> = H extends AnyVector ? RoleOf<H> : never;
type HoleVariables<H> = H extends AnyVariable ? VariableName<H> : VariablesOf<H>;

/**
 * PromQL that the builders cannot say, with metrics and variables as holes. Parsed by the official grammar when it is
 * written, and checked by `build` like everything else: metrics, labels, types, ownership, and that it carries what
 * it claims.
 *
 * @param claims `carries`: the labels that the result carries (default none); `role`: where the text names metrics
 * itself, the role that is asked
 *
 * @example
 * promql({ carries: ['source'] })`max by (source) (${lastEvent()} offset 1m)`
 */
export function promql<const Labels extends readonly string[] = [], Asked extends string = never>(
  claims: {
    readonly carries?: Labels & ValidWritten<'carries', Labels>;
    readonly role?: Role<Asked> & ValidRole<Asked>;
  } = {},
): <const Holes extends readonly Hole[]>(
  text: TemplateStringsArray,
  ...holes: Holes
) => Vector<HoleRole<Holes[number]> | Asked, Labels[number], HoleVariables<Holes[number]>> {
  return function template(text, ...holes) {
    const source = text.reduce((whole, part, index) => whole + part + holeText(holes[index]), '');
    const position = callerPosition(template);
    try {
      const role = claims.role?.name ?? firstRole(holes);
      const parsed = parse(source);
      const node = role === undefined ? parsed : withRole(parsed, role);
      return expression('vector', claims.carries === undefined ? node : { ...node, carries: claims.carries });
    } catch (error) {
      if (!(error instanceof PromqlSyntaxError)) throw error;
      throw new Failure(`this PromQL does not parse: ${error.message}`, {
        next: 'correct the template, or say it with the builders',
        position,
        cause: error,
      });
    }
  };
}

function holeText(hole: Hole | undefined): string {
  if (hole === undefined) return '';
  if (typeof hole === 'number') return String(hole);
  if ('kind' in hole) return `$${hole.name}`;
  const text = print(hole.node);
  return hole.node.kind === 'binary' || hole.node.kind === 'unary' ? `(${text})` : text;
}

function firstRole(holes: readonly Hole[]): string | undefined {
  for (const hole of holes) {
    if (typeof hole === 'number' || 'kind' in hole) continue;
    const role = roleIn(hole.node);
    if (role !== undefined) return role;
  }
  return undefined;
}

function roleIn(node: Node): string | undefined {
  if (node.kind === 'selector') return node.role ?? node.family?.owners[0];
  if (node.kind === 'call' && node.role !== undefined) return node.role;
  for (const child of children(node)) {
    const role = roleIn(child);
    if (role !== undefined) return role;
  }
  return undefined;
}
