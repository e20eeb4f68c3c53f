// Says on standard error what the gates that run are doing.

/** How often a terminal is written to, and a log, in milliseconds. */
const EVERY = { terminal: 500, log: 30_000 };

/**
 * On a terminal, a line that changes: each gate that runs, for how long, and the last thing that it said. In a log, a
 * line when a gate begins, and one every half a minute.
 */
export function openProgress(stream = process.stderr) {
  const running = new Map();
  const isTerminal = stream.isTTY === true;
  const timer = setInterval(show, isTerminal ? EVERY.terminal : EVERY.log);
  timer.unref();

  function show() {
    const shown = [...running].map(([name, { began, said }]) => {
      const seconds = Math.round((performance.now() - began) / 1000);
      return `${name} ${seconds} s${said === '' ? '' : `: ${said}`}`;
    });
    if (isTerminal) redraw(shown);
    else for (const line of shown) stream.write(`…     ${line}\n`);
  }

  function redraw(shown) {
    const each = Math.floor((stream.columns ?? 80) / Math.max(shown.length, 1)) - 3;
    stream.write(`\r\x1b[K${shown.map((text) => text.slice(0, each)).join(' | ')}`);
  }

  return {
    begin(name) {
      running.set(name, { began: performance.now(), said: '' });
      if (isTerminal) show();
      else stream.write(`begin ${name}\n`);
    },
    tell(name, said) {
      const gate = running.get(name);
      if (gate !== undefined) gate.said = said;
    },
    /** The gate has ended: what is printed next stands on a line of its own. */
    end(name) {
      running.delete(name);
      if (isTerminal) stream.write('\r\x1b[K');
    },
    close() {
      clearInterval(timer);
      if (isTerminal) stream.write('\r\x1b[K');
    },
  };
}
