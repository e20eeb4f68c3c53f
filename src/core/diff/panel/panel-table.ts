import type { ReadPanel } from '../../document/read-dashboard.js';
import { valueAspect, type AspectTable } from '../part/aspect.js';
import { queries } from '../query/queries.js';
import { printWord } from '../value/print-value.js';
import { links } from './links.js';
import { mappings } from './mappings.js';
import { overrides } from './overrides.js';
import { printThresholds } from './print-thresholds.js';
import { transformations } from './transformations.js';

/** Everything that is compared of a panel but its place. */
export const panelTable: AspectTable<ReadPanel> = {
  aspects: [
    valueAspect('title', 'title', 'title'),
    valueAspect('type', 'type', 'type', printWord),
    queries,
    valueAspect('unit', 'unit', 'fieldConfig.defaults.unit', printWord),
    valueAspect('value', 'decimals', 'fieldConfig.defaults.decimals'),
    valueAspect('value', 'minimum', 'fieldConfig.defaults.min'),
    valueAspect('value', 'maximum', 'fieldConfig.defaults.max'),
    valueAspect('value', 'shown where there is no value', 'fieldConfig.defaults.noValue'),
    valueAspect('thresholds', 'thresholds', 'fieldConfig.defaults.thresholds', printThresholds),
    mappings,
    valueAspect('colour', 'colours', 'fieldConfig.defaults.color.mode', printWord),
    valueAspect('colour', 'fixed colour', 'fieldConfig.defaults.color.fixedColor', printWord),
    overrides,
    transformations,
    links,
    valueAspect('repeat', 'repeated for each', 'repeat', printWord),
    valueAspect('description', 'description', 'description'),
  ],
  quiet: ['id', 'pluginVersion', 'gridPos', 'libraryPanel'],
  prefixes: ['fieldConfig.defaults.custom.', 'fieldConfig.defaults.', 'options.'],
};
