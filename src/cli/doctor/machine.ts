import { statSync } from 'node:fs';
import { errorCode } from '../../core/emit/file-system-failure.js';
import { findPortHolder } from '../../core/live/serve/port-holder.js';
import type { Machine } from '../../core/inspect/doctor/machine.js';

const reasons: Readonly<Record<string, string>> = { ENOENT: 'there is none', EACCES: 'permission denied' };

/** This machine, as the operating system tells of it. */
export const thisMachine: Machine = {
  async listener(port) {
    const holder = await findPortHolder(port);
    return holder === undefined ? undefined : `${holder.program} (pid ${holder.pid})`;
  },
  file(path) {
    try {
      const stats = statSync(path);
      return stats.isFile() ? { size: stats.size, modified: stats.mtimeMs } : { reason: 'it is not a file' };
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      return { reason: reasons[code] ?? code };
    }
  },
};
