/** Time as whoever talks to servers needs it: the command line's, or that of a test. */
export interface Clock {
  /** The Unix time in milliseconds. */
  readonly now: () => number;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}
