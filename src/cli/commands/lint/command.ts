import { Argument } from 'commander';
import { defineCommand } from '../../command.js';
import { watchOption } from '../../options/common.js';
import { choice, names, option } from '../../options/option.js';
import type { LintOptions } from '../../lint/options.js';

/** `dashpack lint`. */
export const lintCommand = defineCommand<LintOptions, [paths: readonly string[]]>({
  name: 'lint',
  summary: 'Find what is wrong: in the configured packs, or in dashboards and rule files that anybody wrote.',
  guide: 'docs/guides/lint.md',
  arguments: [new Argument('[paths...]', 'files or folders with dashboards (JSON, YAML) or Prometheus rules')],
  options: {
    catalog: option('--catalog <file>', 'what metrics there are: a /metrics page, or the JSON of /api/v1/metadata'),
    only: names('--only <checks>', 'only these checks or groups, with commas', 'all'),
    skip: names('--skip <checks>', 'all but these checks or groups'),
    minSeverity: choice(
      '--min-severity <severity>',
      'the mildest finding that is shown',
      ['note', 'warning', 'error'],
      'note',
    ),
    baseline: option('--baseline <file>', 'findings that are known: they are not shown, and do not fail'),
    updateBaseline: option('--update-baseline', 'write what is found now into the baseline'),
    fix: option('--fix', 'make the changes that are certain, in JSON files'),
    watch: watchOption,
  },
  examples: [
    'lint',
    'lint --watch',
    'lint dashboards/ --fail-on warning',
    'lint dashboards/ --catalog metrics.txt --only promql',
    'lint dashboards/ --baseline lint-baseline.json --update-baseline',
  ],
  run: async (options, host, paths) => (await import('../lint.js')).lint(paths, options, host),
});
