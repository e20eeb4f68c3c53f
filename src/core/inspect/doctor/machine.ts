/** The state of a file at a moment. */
export interface FileState {
  /** In bytes. */
  readonly size: number;
  /** When it was written last, as a Unix time in milliseconds. */
  readonly modified: number;
}

/** This machine, as far as a diagnosis needs it. */
export interface Machine {
  /** Who listens on a port, in words; undefined where nobody does, or the system does not say. */
  readonly listener: (port: number) => Promise<string | undefined>;
  /** A file as it is now, or why it cannot be looked at. */
  readonly file: (path: string) => FileState | { readonly reason: string };
}
