/** A value of a custom variable and the name that viewers read. */
export interface CustomOption {
  readonly text: string;
  readonly value: string;
}

/**
 * Reads the values of a custom or interval variable as Grafana does: separated by commas, `\,` for a comma, `name :
 * value` for a value with a name. Undefined where there are none.
 * Source: `CustomVariable` in https://github.com/grafana/scenes
 */
export function customOptions(query: string): readonly CustomOption[] | undefined {
  const options = (query.match(/(?:\\,|[^,])+/g) ?? [])
    .map((part) => part.replaceAll(String.raw`\,`, ','))
    .map((part) => {
      const [, text, value] = /^\s*(\S.*?)\s:\s(.*\S)\s*$/.exec(part) ?? [];
      return text === undefined || value === undefined ? { text: part.trim(), value: part.trim() } : { text, value };
    })
    .filter(({ value }) => value !== '');
  return options.length === 0 ? undefined : options;
}
