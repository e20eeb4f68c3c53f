/**
 * How much is read of one file. No dashboard that people look at comes near: the limits keep a hostile file from taking
 * all memory or all time. What lies beyond is listed as not read.
 */
export const limits = {
  /** UTF-16 units of a file. */
  fileLength: 32 * 1024 * 1024,
  /** UTF-16 units of a YAML text: its parser is fifty times slower than JSON's. */
  yamlLength: 8 * 1024 * 1024,
  /** Objects and lists in each other. The deepest dashboards have about 30 levels. */
  depth: 250,
  /** Panels and rows of a dashboard, and items of any other list. */
  items: 10_000,
  /** Queries of a dashboard, and rules of a file. */
  queries: 20_000,
  /** UTF-16 units of a query, and of all queries of a dashboard. */
  queryLength: 30_000,
  queriesLength: 2 * 1024 * 1024,
  /** Aliases (`*name`) of a YAML text. */
  aliases: 1000,
} as const;
