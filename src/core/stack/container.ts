import type { ComposeService, Healthcheck, LoopbackPort } from './compose.js';
import type { Network } from './stack-facts.js';

/**
 * How a container that listens on one port is connected. In the network of a Linux host `host.docker.internal` is the
 * loopback interface, where everything that is published listens, so that the same configuration holds.
 */
export function connection(
  network: Network,
  port: { readonly published: number; readonly inside: number },
): Pick<ComposeService, 'ports' | 'extra_hosts' | 'network_mode'> {
  if (network === 'linux-host') return { network_mode: 'host', extra_hosts: ['host.docker.internal:127.0.0.1'] };
  const published: LoopbackPort = `127.0.0.1:${port.published}:${port.inside}`;
  return { ports: [published], extra_hosts: ['host.docker.internal:host-gateway'] };
}

/** A health check by busybox's `wget`. It reads the whole answer: `--spider` hangs up, which servers log as an error. */
export function wgetHealthcheck(port: number, path: string): Healthcheck {
  return {
    test: ['CMD', 'wget', '-q', '-O', '/dev/null', `http://127.0.0.1:${port}${path}`],
    interval: '10s',
    timeout: '3s',
    retries: 6,
    start_period: '30s',
  };
}

/** The profile of a service, where it has one. */
export function inProfile(profile: string | undefined): Pick<ComposeService, 'profiles'> {
  return profile === undefined ? {} : { profiles: [profile] };
}
