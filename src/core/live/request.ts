/** Parameters by name; several values of one name are sent one after the other. */
export type Parameters = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A question to a server. Nothing here ever changes something there. */
export interface LiveRequest {
  /** Below the base address: `/api/v1/query`. */
  readonly path: string;
  readonly parameters?: Parameters;
  /** Sends the parameters as a form, in which queries may be long. Default: in the address. */
  readonly form?: boolean;
  /** Statuses besides the successful ones whose answers the caller reads. */
  readonly accept?: readonly number[];
}

/** The answer of a server. */
export interface LiveAnswer {
  readonly status: number;
  readonly text: string;
  /** The address that was asked, without secrets and parameters, for messages. */
  readonly url: string;
  /** From the question to the whole answer, of the attempt that succeeded. */
  readonly milliseconds: number;
}

/** Parameters as they are sent. */
export function encodeParameters(parameters: Parameters = {}): URLSearchParams {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      if (each !== undefined) encoded.append(name, String(each));
    }
  }
  return encoded;
}
