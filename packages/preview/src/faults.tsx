import type { PreviewFault } from '../../../src/core/inspect/preview/protocol.js';

/** The mistakes that stopped the last build, over the last good picture. */
export function Faults({ faults }: { readonly faults: readonly PreviewFault[] }) {
  if (faults.length === 0) return null;
  return (
    <div className="faults" role="alert">
      <h2>{faults.length === 1 ? 'The last build failed' : `The last build failed: ${faults.length} mistakes`}</h2>
      {faults.map(({ message, at, next }, index) => (
        <div key={index}>
          {at === undefined ? null : <code>{at}</code>}
          <pre>{message}</pre>
          {next === undefined ? null : <p>next: {next}</p>}
        </div>
      ))}
      <p>Behind this stands the last good one.</p>
    </div>
  );
}
