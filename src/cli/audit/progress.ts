import type { AuditSettings } from '../../core/inspect/audit/settings.js';
import type { Output } from '../host.js';

/** A line on a terminal that says how far an audit is. */
export interface Progress {
  readonly heard: NonNullable<AuditSettings['progress']>;
  /** Takes the line away. */
  readonly end: () => void;
}

const clear = '\r\u001B[2K';

/** Shows progress on a terminal; anywhere else, nothing. */
export function showProgress(output: Output, quiet: boolean): Progress {
  let planned = 0;
  let asked = 0;
  const isShown = output.isTTY === true && !quiet;
  const show = (): void => {
    if (isShown) output.write(`${clear}${asked} of ${planned} queries asked`);
  };
  return {
    heard: {
      planned(queries) {
        planned += queries;
        show();
      },
      asked() {
        asked += 1;
        show();
      },
    },
    end() {
      if (isShown) output.write(clear);
    },
  };
}
