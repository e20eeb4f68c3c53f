import { Failure } from '../../model/failure.js';
import { findPortHolder } from './port-holder.js';

/** A port cannot be listened on. Nothing is served anywhere else instead: commands exit with 3. */
export class PortFailure extends Failure {
  override readonly name = 'PortFailure';
  override readonly exitCode = 3;
}

/** Says why a port cannot be listened on, and who holds it. */
export async function explainPort(error: unknown, { address, port, job }: ListenAddress): Promise<PortFailure> {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  const at = `${address}:${port}`;
  if (code !== 'EADDRINUSE') {
    return new PortFailure(`${job} cannot listen on ${at} (${code})`, {
      next: code === 'EACCES' ? 'use a port from 1024 on' : 'name an address of this machine',
      cause: error,
    });
  }
  const holder = await findPortHolder(port);
  const look = `lsof -nP -iTCP:${port} -sTCP:LISTEN`;
  if (holder === undefined) {
    return new PortFailure(`${at}, the port of ${job}, is taken by a process that cannot be named from here`, {
      next: `stop it, and start again; to see it: sudo ${look}`,
      cause: error,
    });
  }
  return new PortFailure(`${at}, the port of ${job}, is taken by ${holder.program} (process ${holder.pid})`, {
    next: `look what it is (ps -p ${holder.pid} -f), stop it if it should not be there, and start again`,
    cause: error,
  });
}

/** Where a producer's page is served. */
export interface ListenAddress {
  /** An address of this machine. */
  readonly address: string;
  readonly port: number;
  /** Whose port it is, for messages. */
  readonly job: string;
}
