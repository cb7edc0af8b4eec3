/**
 * STDIN, STDOUT and STDERR.
 * Source: php-src sapi/cli/php_cli.c (cli_register_file_handles)
 */
import { registerConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { setUpWrappers } from './php-wrapper.ts';
import { standardStream } from './plain-stream.ts';
import { closeStream } from './stream-core.ts';
import { createStreamResource, Stream } from './stream.ts';

/** Makes the wrappers, and the three resources (ids 1 to 3) and their constants. */
export function setUpStandardStreams(rt: Executor): void {
  setUpWrappers(rt);
  rt.resourceFreed = (resource) => {
    const stream = resource.data;
    if (!(stream instanceof Stream) || stream.closed) return;
    rt.deferred.push({ kind: 'native', code: () => closeStream(rt, stream) });
    rt.attention = true;
  };
  rt.closeAll = function* () {
    for (const resource of [...rt.resources.values()].reverse()) {
      if (resource.data instanceof Stream) yield* closeStream(rt, resource.data);
    }
  };
  for (const name of ['stdin', 'stdout', 'stderr'] as const) {
    registerConstant(rt, name.toUpperCase(), createStreamResource(rt, standardStream(name, null)), true);
  }
}
