/** Queries in SQL, as authors write them: the public `sql`. */
export { avg, count, max, min, perMinute, sum } from './aggregates.js';
export { is, isAmong, isGreater, isLess, isNot, isOneOf } from './condition.js';
export { query } from './sql-query.js';
export { table } from './table.js';
