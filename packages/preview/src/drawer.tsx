import type { Opened } from './dashboard.js';
import type { Shown } from './place.js';

interface Props {
  readonly opened: Opened;
  readonly shown: Shown;
  close(): void;
  go(change: Partial<Shown>): void;
}

/** What is known of a panel: where it is written, what it asks, and what came back. */
export function Drawer({ opened: { dashboard, place, title, answer }, shown, close, go }: Props) {
  const facts = dashboard.panels.find((each) => each.place === place);
  return (
    <aside className="drawer">
      <button className="close" onClick={close} aria-label="Close">
        ×
      </button>
      <h2>{title}</h2>
      <p>{facts?.source ?? place}</p>
      <button onClick={() => go({ panel: shown.panel === place ? '' : place })}>
        {shown.panel === place ? 'all panels' : 'this panel alone'}
      </button>
      {facts?.findings.map(({ id, severity, message, next, page }, index) => (
        <p key={index} className={severity}>
          {severity}{' '}
          <a href={page} target="_blank" rel="noreferrer">
            {id}
          </a>
          : {message}
          {next === undefined ? null : (
            <>
              <br />
              next: {next}
            </>
          )}
        </p>
      ))}
      {answer?.asked.map(({ refId, text, server, series, error }) => (
        <section key={refId}>
          <h3>
            {refId} on {server}
          </h3>
          <pre>{text}</pre>
          <p>{error ?? `${series} series`}</p>
        </section>
      ))}
      {answer?.frames.map(({ refId, fields }, index) => (
        <table key={index}>
          <caption>{`${refId}: ${fields[0]?.values.length ?? 0} rows`}</caption>
          <thead>
            <tr>
              {fields.map(({ name, displayName }) => (
                <th key={name}>{displayName ?? name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(fields[0]?.values ?? []).slice(-10).map((_, row, last) => (
              <tr key={row}>
                {fields.map(({ name, type, values }) => {
                  const value = values[values.length - last.length + row];
                  return <td key={name}>{type === 'time' ? new Date(Number(value)).toISOString() : String(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </aside>
  );
}
