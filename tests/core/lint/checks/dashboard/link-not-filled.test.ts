import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

const time = '${__url_time_range}';
const found = (url: string): { [key: string]: { title: string; url: string }[] } => ({
  'panels/2/links': [{ title: 'P', url }],
});

describe('dashboard/link-not-filled', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      found(`/d/other?${time}&var-route=\${__series.labels.route}`),
      [
        'dashboard/link-not-filled panels.2.links.0.url: the link "P" has ${__series.labels.route}, which Grafana no longer fills in: labels are those of the field',
      ],
    ],
    [
      'braces that are encoded',
      { 'links/0/url': '/explore?left=%7B%22datasource%22:%22$%7Broute%7D%22%7D' },
      [
        'dashboard/link-not-filled links.0.url: the link "Other" has $%7Broute%7D, which Grafana does not fill in: the braces are encoded',
      ],
    ],
    [
      'several in one link: one finding',
      found(`/d/other?${time}&var-a=\${__series.labels.a}&var-b=\${__series.labels["b"]}`),
      [
        'dashboard/link-not-filled panels.2.links.0.url: the link "P" has ${__series.labels.a} and ${__series.labels["b"]}, which Grafana no longer fills in: labels are those of the field',
      ],
    ],
    [
      "an override's",
      {
        'panels/2/fieldConfig/overrides': [
          {
            matcher: { id: 'byName', options: 'a' },
            properties: [{ id: 'links', value: [{ title: 'O', url: 'https://x.test/${__series.labels.a}' }] }],
          },
        ],
      },
      [
        'dashboard/link-not-filled panels.2.fieldConfig.overrides.0.properties.0.value.0.url: the link "O" has ${__series.labels.a}, which Grafana no longer fills in: labels are those of the field',
      ],
    ],
    ['silent: the label of a field', found(`/d/other?${time}&var-route=\${__field.labels.route}`)],
    ['silent: the name of a series', found(`/d/other?${time}&var-route=\${__series.name}`)],
    ['silent: encoded braces around no variable', found('https://x.test/?q=$%7Bnothing%7D')],
    [
      'silent: a version whose links Grafana migrates',
      { ...found(`/d/other?${time}&var-route=\${__series.labels.route}`), schemaVersion: 20 },
      [
        'dashboard/schema-version schemaVersion: the dashboard has schemaVersion 20: Grafana migrates it each time it is loaded',
      ],
    ],
  ]);
  itSurvives(dashboardChecks, ['links', 'links/0/url', 'panels/2/links', 'panels/2/fieldConfig/overrides']);
});
