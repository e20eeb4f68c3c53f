import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { judged, skipped, type GateResult, type Found } from '../../core/inspect/gates/gate-result.js';
import { count } from '../print-list.js';

/** The environment in which programs run. */
type Environment = Readonly<Record<string, string | undefined>>;

/** The question to a program about each file of a kind. */
interface ToolCheck {
  readonly tool: 'promtool' | 'amtool';
  readonly check: string;
  readonly files: RegExp;
  readonly ask: (file: string, env: Environment) => string | undefined;
}

const checks: readonly ToolCheck[] = [
  {
    tool: 'promtool',
    check: 'files.promtool-config',
    files: /(?:^|\/)prometheus\.yml$/,
    ask: promtool('check', 'config'),
  },
  { tool: 'promtool', check: 'files.promtool-rules', files: /\/rules\/[^/]+\.yml$/, ask: promtool('check', 'rules') },
  { tool: 'promtool', check: 'files.promtool-tests', files: /\/tests\/[^/]+\.yml$/, ask: promtool('test', 'rules') },
  { tool: 'amtool', check: 'files.amtool', files: /\/alertmanager\.yml\.template$/, ask: checkTemplate },
];

const packages = { promtool: 'prometheus', amtool: 'prometheus-alertmanager' } as const;

/** Asks the tools of Prometheus about the generated files of a pack, where they are installed. */
export function checkWithTools(
  pack: string,
  folder: string,
  files: ReadonlyMap<string, string>,
  env: Environment,
): readonly GateResult[] {
  return checks.flatMap(({ tool, check, files: kind, ask }): readonly GateResult[] => {
    const own = [...files.keys()].filter((path) => kind.test(`/${path}`));
    if (own.length === 0) return [];
    return [{ check, subject: pack, ...judgeFiles(tool, own, (path) => ask(join(folder, path), env), env) }];
  });
}

function judgeFiles(
  tool: ToolCheck['tool'],
  files: readonly string[],
  ask: (path: string) => string | undefined,
  env: Environment,
): Found {
  if (spawnSync(tool, ['--version'], { env }).error !== undefined)
    return skipped(`${tool} is not installed`, `apt-get install ${packages[tool]}, or its release from prometheus.io`);
  const problems = files.flatMap((path) => {
    const said = ask(path);
    return said === undefined ? [] : [`${path}:`, ...said.split('\n').map((line) => `  ${line}`)];
  });
  return judged(
    problems,
    `${tool} finds nothing wrong in ${count(files.length, 'file')}`,
    `${tool} refuses files`,
    'correct the TypeScript that wrote them, then run dashpack build',
  );
}

function promtool(...command: readonly string[]): ToolCheck['ask'] {
  return (file, env) => run('promtool', [...command, file], env);
}

/** A secret that is difficult for a shell and for YAML; a number, where it must be one. */
const text = `1234:dummy'"\\&/|*$(x)#:-`;
const number = '-1001234567890';

/** Renders the template as its container does, with dummy secrets, and asks amtool. */
function checkTemplate(file: string, env: Environment): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-verify-'));
  try {
    const script = join(dirname(file), 'render.sh');
    const secrets = join(folder, 'secrets');
    mkdirSync(secrets);
    for (const [, name = '', isNumber] of readFileSync(script, 'utf8').matchAll(
      /^read_secret (\w+)\n(check_number)?/gm,
    ))
      writeFileSync(join(secrets, name), `${isNumber === undefined ? text : number}\n`);
    const output = join(folder, 'alertmanager.yml');
    const paths = { TEMPLATE: file, SECRETS: secrets, OUTPUT: output, OWNER: '' };
    return run('/bin/sh', [script], { ...env, ...paths }) ?? run('amtool', ['check-config', output], env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The complaint of a program that failed; undefined where it did not. */
function run(command: string, args: readonly string[], env: Environment): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(command, [...args], { encoding: 'utf8', env });
  if (status === 0) return undefined;
  return error === undefined ? `${stdout}${stderr}`.trim() || `it ended with code ${status ?? 'none'}` : error.message;
}
