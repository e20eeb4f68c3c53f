import { max, min, row } from 'dashpack';
import { presentTile, upTile } from 'dashpack/panels';
import * as catalog from '../../../datasources/peak-trade/index.js';
import { contractDetails } from '../refs.js';

/** The conditions that must hold before anything else on the page means something. Execution Watch is on LOCAL, the rest on SHADOW. */
export const healthInvariants = row('Health invariants (shadow)', {
  up: upTile(
    'UP (job=shadow_mvs)',
    min(catalog.up.on(catalog.SHADOW)({ job: 'shadow_mvs' })),
    'UP while all instances of the exporter are scraped, DOWN while one is not, empty where none is a target.',
  ),
  exporter: upTile(
    'Exporter (shadow_mvs_up)',
    max(catalog.shadowMvsUp()),
    'UP while the exporter says so for at least one mode and exchange, DOWN where it says so for none, empty while it is not scraped.',
  ),
  pipelineEvents: presentTile('Contract: pipeline events metric present', catalog.pipelineEvents(), {
    details: { to: contractDetails, metric: catalog.pipelineEvents.family.name },
  }),
  executionWatch: presentTile('Contract: execution watch metrics present', catalog.executionWatchRequests(), {
    details: { to: contractDetails, metric: catalog.executionWatchRequests.family.name },
  }),
});
