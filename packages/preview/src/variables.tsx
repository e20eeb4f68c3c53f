import type { PreviewVariable } from '../../../src/core/inspect/preview/protocol.js';

interface Props {
  readonly variables: readonly PreviewVariable[];
  chosen(name: string, values: readonly string[]): void;
}

/** The variables that a viewer sees, to choose from. */
export function Variables({ variables, chosen }: Props) {
  const shown = variables.filter(({ isHidden }) => !isHidden);
  if (shown.length === 0) return null;
  return (
    <div className="variables">
      {shown.map(({ name, label, options, current, hasAll, isMulti, error }) => (
        <label key={name} title={error ?? name}>
          {label}
          <select
            name={`var-${name}`}
            multiple={isMulti && current.length > 1}
            value={isMulti && current.length > 1 ? [...current] : (current[0] ?? '')}
            onChange={({ target }) =>
              chosen(
                name,
                [...target.selectedOptions].map(({ value }) => value),
              )
            }
          >
            {hasAll ? <option value="$__all">All</option> : null}
            {options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
