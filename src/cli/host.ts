/** The parts that the command line needs of the process that runs it. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  readonly cwd: string;
  /** The folder of the running copy of dashpack, absolute: `dist` stands in it. */
  readonly home: string;
  readonly events: ProcessEvents;
}

/** Where text goes. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** The signals that end a command, and `beforeExit`: nothing is left to wait for. */
export type ProcessEvent = 'SIGINT' | 'SIGTERM' | 'beforeExit';

/** Where a command hears that it shall end. */
export interface ProcessEvents {
  on(event: ProcessEvent, listener: () => void): unknown;
  off(event: ProcessEvent, listener: () => void): unknown;
}

/** True where nothing is to be remembered, and nothing that was: `DASHPACK_CACHE=off`. */
export function isWithoutCache(host: Pick<Host, 'env'>): boolean {
  return host.env['DASHPACK_CACHE'] === 'off';
}
