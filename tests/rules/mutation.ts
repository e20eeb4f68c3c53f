import { spawn } from 'node:child_process';
import { parse } from 'yaml';
import { secondsOf } from '../../src/core/rule/timeline.js';
import { temporaryFiles } from '../servers/promtool.js';

/** A rule as Prometheus reads it. */
export interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A rule file as Prometheus reads it. */
export interface RuleFile {
  readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[];
}

/** A file of unit tests as promtool reads it. */
export interface TestFile {
  readonly rule_files: readonly string[];
  readonly tests: readonly UnitTest[];
}

interface UnitTest {
  readonly name: string;
  readonly alert_rule_test?: readonly { readonly eval_time: string }[];
  readonly promql_expr_test?: readonly { readonly eval_time: string }[];
}

/** Rules by name, each with what is changed of it. */
export type RuleChanges = Readonly<Record<string, Partial<Rule>>>;

/** Changes rules and sees whether the unit tests notice. */
export interface Mutation {
  /** @throws where no rule has the name */
  ruleOf(name: string): Rule;
  /**
   * The name of a test of the alert that fails with the changes and passes without; undefined where none fails.
   *
   * @throws where promtool cannot read the changed rules
   */
  noticedBy(alert: string, changes: RuleChanges): Promise<string | undefined>;
}

/**
 * The rules of a file, with their unit tests. promtool ends with the first test that fails; short tests are run first, and
 * before them the one that failed last: most changes cost one test. Only the alert is evaluated, with the records that it
 * needs.
 *
 * @param rulesText the rule file
 * @param testsText the tests, each named `alert: what it does`
 */
export function mutationOf(rulesText: string, testsText: string): Mutation {
  const { groups } = parse(rulesText) as RuleFile;
  const file = parse(testsText) as TestFile;
  const rules = groups.flatMap((group) => group.rules);
  const tests = file.tests.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const order = new Map<string, readonly string[]>();
  const sound = new Set<string>();

  const ruleOf = (name: string): Rule => {
    const rule = rules.find((each) => nameOf(each) === name);
    if (rule === undefined) throw new Error(`no rule is called ${name}`);
    return rule;
  };
  const firstFailure = (names: readonly string[], alert: string, changes: RuleChanges): Promise<string | undefined> => {
    const needed = neededBy(ruleOf(alert), rules);
    const changed = groups.map((group) => ({
      ...group,
      rules: group.rules.filter((rule) => needed.has(rule)).map((rule) => ({ ...rule, ...changes[nameOf(rule)] })),
    }));
    const own = names.map((name) => ({ name, tests: tests.filter((each) => each.name === name) }));
    return firstToFail({ groups: changed }, file, own);
  };
  return {
    ruleOf,
    async noticedBy(alert, changes) {
      const own = tests.map(({ name }) => name).filter((name) => name.startsWith(`${alert}: `));
      if (own.length < 2) throw new Error(`${alert} has no tests to compare with`);
      const names = order.get(alert) ?? own;
      const failed = await firstFailure(names, alert, changes);
      if (failed === undefined) return undefined;
      order.set(alert, [failed, ...names.filter((name) => name !== failed)]);
      if (!sound.has(failed) && (await firstFailure([failed], alert, {})) !== undefined)
        throw new Error(`the test fails with nothing changed: ${failed}`);
      sound.add(failed);
      return failed;
    },
  };
}

function nameOf({ record, alert }: Rule): string {
  return record ?? alert ?? '';
}

/** The seconds that a test goes on for. */
function lengthOf({ alert_rule_test: alerts = [], promql_expr_test: expressions = [] }: UnitTest): number {
  return Math.max(...[...alerts, ...expressions].map((each) => secondsOf(each.eval_time)));
}

/** A rule, and the records that it reads, and those that these read. */
function neededBy(rule: Rule, rules: readonly Rule[]): ReadonlySet<Rule> {
  const needed = new Set([rule]);
  for (const each of needed)
    for (const other of rules) if (other.record !== undefined && each.expr.includes(other.record)) needed.add(other);
  return needed;
}

interface NamedTests {
  readonly name: string;
  readonly tests: TestFile['tests'];
}

/** Runs tests in their order, each in a file of its own, until one fails; returns its name. */
async function firstToFail(rules: RuleFile, file: TestFile, tests: readonly NamedTests[]): Promise<string | undefined> {
  const paths = tests.map((_, index) => `${index}.json`);
  const folder = temporaryFiles({
    'rules.json': JSON.stringify(rules),
    ...Object.fromEntries(
      tests.map((each, index) => [
        `${index}.json`,
        JSON.stringify({ ...file, rule_files: ['rules.json'], tests: each.tests }),
      ]),
    ),
  });
  const { code, stdout, stderr } = await testUntilFailure(paths, folder);
  if (code === 0) return undefined;
  if (!isDifference(stderr)) throw new Error(`promtool could not run the tests:\n${stdout}${stderr}`);
  const [, ...told] = stdout.split('Unit Testing: ');
  return tests[told.findIndex((each) => !each.includes('SUCCESS'))]?.name;
}

/** True where promtool told of something that it found, where a test expects another. */
function isDifference(printed: string): boolean {
  return /\bgot:/.test(printed);
}

/** Runs promtool until it tells of the first difference. */
function testUntilFailure(
  paths: readonly string[],
  cwd: string,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn('promtool', ['test', 'rules', ...paths], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text;
      if (isDifference(printed.stderr)) child.kill('SIGKILL');
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Error('promtool is not installed: apt-get install prometheus', { cause })));
    child.on('close', (code) => resolve({ code, ...printed }));
  });
}
