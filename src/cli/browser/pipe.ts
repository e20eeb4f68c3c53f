import type { Readable, Writable } from 'node:stream';

/** An error in a page. */
export interface ExceptionDetails {
  readonly text: string;
  readonly exception?: { readonly description?: string };
}

/** An event of the browser: what those that are listened to carry. */
export interface BrowserEvent {
  readonly method: string;
  readonly params: {
    /** Of `Runtime.exceptionThrown`. */
    readonly exceptionDetails?: ExceptionDetails;
    /** Of `Network.requestWillBeSent`. */
    readonly request?: { readonly url: string };
    /** Of `Log.entryAdded`. */
    readonly entry?: { readonly level: string; readonly text: string; readonly url?: string };
  };
  /** The page that it is of. */
  readonly sessionId?: string | undefined;
}

interface Message extends Partial<BrowserEvent> {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

interface Waiting {
  resolve(result: Readonly<Record<string, unknown>>): void;
  reject(error: Error): void;
}

/**
 * The Chrome DevTools Protocol over two pipes: messages in JSON that end with a zero byte.
 * Source: https://chromedevtools.github.io/devtools-protocol/
 */
export class Pipe {
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(event: BrowserEvent) => void>();
  readonly #out: Writable;
  #parts: Buffer[] = [];
  #sent = 0;
  #end: Error | undefined;

  constructor(out: Writable, back: Readable) {
    this.#out = out;
    out.on('error', () => this.end('the browser has gone'));
    back.on('error', () => this.end('the browser has gone'));
    back.on('end', () => this.end('the browser has ended'));
    back.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  /**
   * Has the browser do something.
   *
   * @throws Error where it refuses, or ends before it has answered
   */
  call(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
    sessionId?: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    this.#sent += 1;
    const id = this.#sent;
    const answered = new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answered;
  }

  /** Is told every event until the function that is returned is called. */
  listen(listener: (event: BrowserEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nothing comes any more: whoever waits is told why. */
  end(reason: string): void {
    this.#end ??= new Error(reason);
    for (const waiting of this.#waiting.values()) waiting.reject(this.#end);
    this.#waiting.clear();
  }

  #read(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.#parts, rest.subarray(0, end)]).toString('utf8');
      this.#parts = [];
      rest = rest.subarray(end + 1);
      this.#take(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.#parts.push(rest);
  }

  #take({ id, result, error, method, params, sessionId }: Message): void {
    if (id === undefined) {
      if (method !== undefined)
        for (const listener of this.#listeners) listener({ method, params: params ?? {}, sessionId });
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result ?? {});
    else waiting?.reject(new Error(error.message));
  }
}
