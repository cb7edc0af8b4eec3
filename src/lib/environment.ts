import type { Executor } from '../vm/executor.ts';

/** The environment variables as putenv() left them; the host's own stay as they are. */
export function environment(rt: Executor): Map<string, string> {
  return rt.moduleState('environment', () => new Map(Object.entries(rt.host.env())));
}
