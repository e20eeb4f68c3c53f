import { counter, gauge } from 'dashpack';
import { cadvisor, nodeExporter } from './producers.js';
import { PROM } from './roles.js';

/** How busy are the containers? */
export const containerCpuSeconds = counter('container_cpu_usage_seconds_total', {
  owner: PROM,
  missing: { producer: cadvisor },
  help: 'Processor time that the containers have used.',
  unit: 'seconds',
});

/** How large are they? */
export const containerMemory = gauge('container_memory_usage_bytes', {
  owner: PROM,
  missing: { producer: cadvisor },
  help: 'Memory that the containers use.',
  unit: 'bytes',
});

/** How large may they be? */
export const containerMemoryLimit = gauge('container_spec_memory_limit_bytes', {
  owner: PROM,
  missing: { producer: cadvisor },
  help: 'Most memory that the containers may use; 0 where there is no limit.',
  unit: 'bytes',
});

/** Do they come back again and again? */
export const containerRestarts = gauge('container_restart_count', {
  owner: PROM,
  missing: { producer: cadvisor },
  help: 'Restarts of the containers.',
});

/** How long does the disk last? */
export const diskFree = gauge('node_filesystem_avail_bytes', {
  owner: PROM,
  missing: { producer: nodeExporter },
  help: 'Space of the file systems that is free.',
  unit: 'bytes',
});

/** How large is it? */
export const diskSize = gauge('node_filesystem_size_bytes', {
  owner: PROM,
  missing: { producer: nodeExporter },
  help: 'Size of the file systems.',
  unit: 'bytes',
});
