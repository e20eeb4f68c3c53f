// The compiled command line in a process that stays: it runs one command line after the other, each as bin/dashpack.js
// would, and answers with what that printed. It ends when nobody listens any more.
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../..', import.meta.url));
const { start } = await import(new URL('../../dist/cli.js', import.meta.url).href);

process.on('message', async ({ args, cwd, env }) => {
  const printed = { stdout: '', stderr: '' };
  const into = (name) => ({ on: () => undefined, write: (text) => void (printed[name] += text) });
  process.chdir(cwd);
  const host = { stdout: into('stdout'), stderr: into('stderr'), env, cwd, home, events: new EventEmitter() };
  const code = await start(args, host);
  process.chdir(home);
  process.send({ code, signal: null, ...printed });
});
process.on('disconnect', () => process.exit());
process.send('ready');
