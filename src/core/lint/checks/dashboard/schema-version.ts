import type { DashboardCheck } from '../../check.js';
import { checkOptions } from '../../options/check-options.js';
import { wholeNumber } from '../../options/option.js';

const options = checkOptions('dashboard/schema-version', {
  least: wholeNumber(
    36,
    'the oldest version that is not told; 36 is the first that refers to datasources by uid everywhere',
  ),
});

/** The oldest version that Grafana 12 and newer migrate. Source: `MIN_VERSION` in its `schemaversion` package */
const oldest = 13;

/** A dashboard whose schema version is missing or old: Grafana migrates it on each load, and cannot if it is too old. */
export const schemaVersion: DashboardCheck = {
  id: 'dashboard/schema-version',
  severity: 'warning',
  summary: 'A dashboard whose schema version is missing or old',
  options,
  looksAt: 'dashboard',
  *check({ form, schemaVersion: version, json, path }, context) {
    if (form !== 'classic') return;
    const fix = 'open it in a current Grafana, save it, and export it again';
    const place = json['schemaVersion'] === undefined ? path : [...path, 'schemaVersion'];
    if (version === undefined) {
      yield {
        message: 'the dashboard has no schemaVersion: Grafana takes it for the oldest and migrates all of it',
        path: place,
        fix,
      };
    } else if (version < oldest) {
      yield {
        message: `the dashboard has schemaVersion ${version}: Grafana 12 and newer refuse what is older than ${oldest}`,
        path: place,
        fix,
      };
    } else if (version < options.of(context).least) {
      yield {
        message: `the dashboard has schemaVersion ${version}: Grafana migrates it each time it is loaded`,
        path: place,
        fix,
        severity: 'note',
      };
    }
  },
};
