#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const cli = new URL('../dist/cli.js', import.meta.url);

if (existsSync(cli)) {
  const { start } = await import(cli.href);
  const { stdout, stderr, env } = process;
  process.exitCode = await start(process.argv.slice(2), {
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    home,
    events: process,
  });
  // What a configuration left open, a timer or a connection, must not keep the command alive.
  // A pipe that is read slowly must get everything before.
  stdout.write('', () => setTimeout(() => process.exit(), 500).unref());
} else {
  process.stderr.write('dashpack is not compiled: dist/cli.js is missing\n  next: npm run compile\n');
  process.exitCode = 3;
}
