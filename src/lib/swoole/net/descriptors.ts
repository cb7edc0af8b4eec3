import type { Executor } from '../../../vm/executor.ts';

/** Descriptors as a program may see them: small and never used twice. */
export function nextDescriptor(rt: Executor): number {
  const last = rt.moduleState('swoole.descriptors', () => ({ fd: 5 }));
  return ++last.fd;
}
