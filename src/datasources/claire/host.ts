import { cadvisor, nodeExporter } from './producers.js';
import { PROM } from './roles.js';

const containers = cadvisor.ownedBy(PROM).missing;
const host = nodeExporter.ownedBy(PROM).missing;

/** How busy are the containers? */
export const containerCpuSeconds = containers.counter('container_cpu_usage_seconds_total', {
  help: 'Processor time that the containers have used.',
  unit: 'seconds',
});

/** How large are they? */
export const containerMemory = containers.gauge('container_memory_usage_bytes', {
  help: 'Memory that the containers use.',
  unit: 'bytes',
});

/** How large may they be? */
export const containerMemoryLimit = containers.gauge('container_spec_memory_limit_bytes', {
  help: 'Most memory that the containers may use; 0 where there is no limit.',
  unit: 'bytes',
});

/** Do they come back again and again? */
export const containerRestarts = containers.gauge('container_restart_count', { help: 'Restarts of the containers.' });

/** How long does the disk last? */
export const diskFree = host.gauge('node_filesystem_avail_bytes', {
  help: 'Space of the file systems that is free.',
  unit: 'bytes',
});

/** How large is it? */
export const diskSize = host.gauge('node_filesystem_size_bytes', { help: 'Size of the file systems.', unit: 'bytes' });
