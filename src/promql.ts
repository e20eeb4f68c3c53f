/** The public entry `dashpack/promql`: PromQL as text. It loads the PromQL grammar, which `dashpack` itself does not. */
export { promql } from './core/query/template.js';
export type { Hole } from './core/query/template.js';
export { parse } from './core/promql/read/parse.js';
export { PromqlSyntaxError } from './core/promql/syntax-error.js';
