import { datasource } from 'dashpack';

/** Bound to LOCAL and SHADOW. */
export const promLocal9092 = datasource('prom_local_9092', {
  url: 'http://host.docker.internal:9092',
  isDefault: true,
});

/** Bound to MAIN. Provisioned although the local stack does not run it. */
export const promMain9090 = datasource('prom_main_9090', { url: 'http://host.docker.internal:9090', isOptional: true });

/** Bound to AI_LIVE. */
export const promAiLive9094 = datasource('prom_ai_live_9094', { url: 'http://host.docker.internal:9094' });

/** Bound to OBSERVABILITY. */
export const promObservability9095 = datasource('prom_observability_9095', {
  url: 'http://host.docker.internal:9095',
  scrapesItself: true,
});
