import { universal } from 'dashpack';

/** Does Prometheus reach the connector? It says nothing about venues. */
export const up = universal('up', 'gauge', {
  help: '1 while the scrape of the target succeeds, 0 while it fails.',
  unit: 'bool',
});
