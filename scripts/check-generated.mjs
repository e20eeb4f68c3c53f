// Checks every generated file that is not Grafana's with the tools of those who load it: promtool, amtool, and the
// schema of the compose specification.
//
//   node scripts/check-generated.mjs [folder, default: generated]
//
// Exit code 1: a file is wrong, or there is none of a kind; 3: it could not be checked. No container is started.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

const TOOLS = { promtool: 'prometheus', amtool: 'prometheus-alertmanager' };

/** The content of the secret files while it is checked: characters that YAML and shells treat in their own way, and a number. */
const DUMMY = { text: `1234:dummy'"\\&/|*$(x)#:-`, number: '-1001234567890' };

/** The kinds of files: which, and what is wrong with one of them; undefined where nothing is. */
const KINDS = [
  {
    name: 'Prometheus configurations',
    pattern: /\/prometheus\/[^/]+\/prometheus\.yml$/,
    check: promtool('check', 'config'),
  },
  { name: 'rule files', pattern: /\/prometheus\/[^/]+\/rules\/[^/]+\.yml$/, check: promtool('check', 'rules') },
  { name: 'rule tests', pattern: /\/prometheus\/[^/]+\/tests\/[^/]+\.yml$/, check: promtool('test', 'rules') },
  { name: 'compose files', pattern: /\/compose\/[^/]+\/compose[^/]*\.yml$/, check: composeChecker() },
  { name: 'Alertmanager templates', pattern: /\/alertmanager\/alertmanager\.yml\.template$/, check: checkAlertmanager },
];

process.exitCode = main(resolve(process.argv[2] ?? join(import.meta.dirname, '../generated')));

function main(folder) {
  const missing = Object.keys(TOOLS).filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  for (const tool of missing) {
    console.error(
      `check-generated: ${tool} is not installed\n  next: apt-get update && apt-get install -y ${TOOLS[tool]}`,
    );
  }
  if (missing.length > 0) return 3;
  if (!existsSync(folder)) {
    console.error(`check-generated: ${folder} does not exist\n  next: npm run build`);
    return 3;
  }
  const files = listFiles(folder);
  let isSound = true;
  for (const { name, pattern, check } of KINDS) {
    const found = files.filter((file) => pattern.test(`/${file}`));
    const problems = found.flatMap((file) => {
      const problem = check(join(folder, file));
      return problem === undefined ? [] : [`${file}: ${problem}`];
    });
    if (found.length === 0 && isExpected(name, folder, files)) problems.push(`there is none below ${folder}`);
    for (const problem of problems) console.log(`check-generated: ${name}: ${problem}`);
    console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${String(found.length).padStart(3)} ${name}`);
    isSound &&= problems.length === 0;
  }
  return isSound ? 0 : 1;
}

/** Only a server that sends its alerts somewhere needs an Alertmanager; every other kind must be there. */
function isExpected(name, folder, files) {
  if (name !== 'Alertmanager templates') return true;
  const configurations = files.filter((file) => KINDS[0].pattern.test(`/${file}`));
  return configurations.some((file) => /^alerting:/m.test(readFileSync(join(folder, file), 'utf8')));
}

function promtool(...command) {
  return (file) => run('promtool', [...command, file]);
}

/** Renders the configuration as its container does, with dummy secrets, and asks amtool. */
function checkAlertmanager(file) {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-alertmanager-'));
  try {
    const script = join(dirname(file), 'render.sh');
    const secrets = join(folder, 'secrets');
    mkdirSync(secrets);
    for (const [, name, number] of readFileSync(script, 'utf8').matchAll(/^read_secret (\w+)\n(check_number)?/gm)) {
      writeFileSync(join(secrets, name), `${number === undefined ? DUMMY.text : DUMMY.number}\n`);
    }
    const output = join(folder, 'alertmanager.yml');
    const env = { ...process.env, TEMPLATE: file, SECRETS: secrets, OUTPUT: output, OWNER: '' };
    const rendered = run('/bin/sh', [script], env);
    if (rendered !== undefined) return rendered;
    if (/__[A-Z_]+__/.test(readFileSync(output, 'utf8'))) return 'a placeholder is left after rendering';
    return run('amtool', ['check-config', output]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The schema of the compose specification, as the package dclint has it. */
function composeChecker() {
  const manifest = createRequire(import.meta.url).resolve('dclint/package.json');
  const schema = JSON.parse(readFileSync(join(dirname(manifest), 'schemas/compose.schema.json'), 'utf8'));
  const { $schema: _, ...rest } = schema; // draft 7, under an address that Ajv does not know
  const validate = new Ajv({ allErrors: true, strict: false }).compile(rest);
  return (file) => {
    if (validate(parse(readFileSync(file, 'utf8')))) return undefined;
    return validate.errors
      .map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`)
      .join('\n  ');
  };
}

/** The output of a program that failed; undefined where it did not. */
function run(command, args, env = process.env) {
  try {
    execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env });
    return undefined;
  } catch (error) {
    return `${error.stdout ?? ''}${error.stderr ?? ''}`.trim() || error.message;
  }
}

/** The files below a folder, relative to it, sorted, with `/` between the parts. */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
