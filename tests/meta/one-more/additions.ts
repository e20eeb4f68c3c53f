import { after, type Addition } from './copy.js';

const check: Addition = {
  'src/core/lint/checks/dashboard/loud-title.ts': `import type { DashboardCheck } from '../../check.js';

/** A title in capitals. */
export const loudTitle: DashboardCheck = {
  id: 'dashboard/loud-title',
  severity: 'note',
  summary: 'A title in capitals',
  looksAt: 'dashboard',
  *check({ title, path }) {
    if (/^[A-Z ]{8,}$/.test(title)) yield { message: 'the title is in capitals', path, fix: 'write it in small letters' };
  },
};
`,
  'src/core/lint/checks/dashboard/index.ts': (text) =>
    after('no-uid.js', "import { loudTitle } from './loud-title.js';")(after('  noTitle,', '  loudTitle,')(text)),
  'tests/core/lint/checks/dashboard/loud-title.test.ts': `import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/loud-title', () => {
  itFinds(dashboardChecks, [
    ['the example of its page', { title: 'EVERYTHING' }, ['dashboard/loud-title : the title is in capitals']],
    ['silent: a short one', { title: 'CPU' }],
  ]);
  itSurvives(dashboardChecks, ['title']);
});
`,
  'docs/checks/dashboard/loud-title.md': `# dashboard/loud-title

Severity: note.

Capitals are hard to read.

## Example

\`\`\`json
{
  "title": "EVERYTHING"
}
\`\`\`

gives

\`\`\`text
dashboard/loud-title : the title is in capitals
\`\`\`

## What to do

Write it in small letters.
`,
};

const panelKind: Addition = {
  'src/core/panel/kinds/status-history.ts': `import { PanelBuilder as SdkPanel, type FieldConfig, type Options } from '@grafana/grafana-foundation-sdk/statushistory';
import { panelBuilder } from '../builder.js';
import { history } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of \`status-history\`. */
export const statusHistoryKind = visualisation('status-history', SdkPanel, {
  ...history,
  width: 12,
  height: 8,
  options: {},
});

/** One cell per series and moment. */
export const statusHistory = panelBuilder<Options, FieldConfig>(statusHistoryKind);
`,
  'src/core/panel/kinds/kinds.ts': (text) =>
    after(
      './stat.js',
      "import { statusHistoryKind } from './status-history.js';",
    )(after('  stat: ', "  'status-history': statusHistoryKind,")(text)),
  'src/index.ts': after('kinds/stat.js', "export { statusHistory } from './core/panel/kinds/status-history.js';"),
};

/** A copy of the last declaration of a file under another name, so that it is written as its neighbours are. */
function declareLike(name: string, family: string, like: { readonly name: string; readonly family: string }) {
  return (text: string): string =>
    text + `\n${text.slice(text.lastIndexOf('/**'))}`.replace(like.name, name).replace(like.family, family);
}

const metric: Addition = {
  'src/datasources/ai-trading-core/live-connector.ts': declareLike('dqChecked', 'dq_checked_minutes', {
    name: 'dqFreshness',
    family: 'dq_freshness_minutes',
  }),
  'tests/fixtures/ai-trading-core-facts.ts': after(
    '  dq_freshness_minutes',
    "  dq_checked_minutes: { type: 'gauge', labels: ['dataset'] },",
  ),
};

const dashboard: Addition = {
  'src/dashboards/ai-trading-core/refs.ts': (text) => `${text}
/** How old the data are. */
export const freshness = inLiveFeed('freshness', 'Freshness');
`,
  'src/dashboards/ai-trading-core/freshness.ts': `import { dashboard, max, row, timeseries } from 'dashpack';
import { dqFreshness } from '../../datasources/ai-trading-core/index.js';
import { freshness } from './refs.js';

/** How old the data are. */
export default dashboard(freshness, {
  rows: { data: row('Data', { age: timeseries('Age', { query: max(dqFreshness(), { by: ['dataset'] }) }) }) },
});
`,
  'src/packs/ai-trading-core.ts': (text) =>
    text.replace(
      "import('../dashboards/ai-trading-core/live-feed-ops.js')",
      "$&, () => import('../dashboards/ai-trading-core/freshness.js')",
    ),
};

const command: Addition = {
  'src/cli/commands/where/command.ts': `import { defineCommand } from '../../command.js';
import { option } from '../../options/option.js';
import type { WhereOptions } from '../where.js';

/** \`dashpack where\`. */
export const whereCommand = defineCommand<WhereOptions>({
  name: 'where',
  summary: 'Say which configuration is used.',
  guide: 'docs/guides/where.md',
  options: { loud: option('--loud', 'in capitals') },
  examples: ['where', 'where --loud'],
  run: async (options, host) => (await import('../where.js')).where(options, host),
});
`,
  'src/cli/commands/where.ts': `import { findConfig } from '../config/find-config.js';
import type { Host } from '../host.js';
import type { CommonOptions } from '../options/common.js';
import { nothing, type Outcome } from '../outcome.js';
import { relativePath } from '../relative-path.js';

/** The options of \`where\`. */
export interface WhereOptions extends CommonOptions {
  readonly loud?: boolean;
}

/** \`dashpack where\`: names the configuration. */
export async function where(options: WhereOptions, host: Host): Promise<Outcome> {
  const file = relativePath(host.cwd, findConfig(options.config, host.cwd));
  return { ...nothing, report: \`\${options.loud === true ? file.toUpperCase() : file}\\n\`, data: { file } };
}
`,
  'src/cli/commands/index.ts': (text) =>
    after(
      '/verify/',
      "import { whereCommand } from './where/command.js';",
    )(after('  verifyCommand,', '  whereCommand,')(text)),
  'tests/cli/where.test.ts': `import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { repository } from '../meta/tree.js';

test.each([
  [['where'], 'dashpack.config.ts\\n'],
  [['where', '--loud'], 'DASHPACK.CONFIG.TS\\n'],
])('%j', async (argv, expected) => {
  let printed = '';
  const output = { write: (text: string) => (printed += text), on: () => undefined };
  const events = { on: () => undefined, off: () => undefined };
  const host = { stdout: output, stderr: output, env: {}, cwd: repository, home: repository, events };
  expect([await main(argv, host), printed]).toEqual([0, expected]);
});
`,
  'docs/guides/where.md': '# Where\n\n```sh\ndashpack where\n```\n',
  'README.md': after(
    '| `dashpack exporter',
    '| `dashpack where` | says which configuration is used: [where](docs/guides/where.md) |',
  ),
};

/** One more of each thing, by its name in the table of CONTRIBUTING.md. */
export const additions: Readonly<Record<string, Addition>> = {
  check,
  'panel kind': panelKind,
  metric,
  dashboard,
  command,
};
