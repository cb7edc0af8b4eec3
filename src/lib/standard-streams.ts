/**
 * STDIN, STDOUT and STDERR.
 * Source: php-src sapi/cli/php_cli.c (cli_register_file_handles)
 */
import { registerConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { builtinWrappers } from './php-wrapper.ts';
import { standardStream } from './plain-stream.ts';
import { readUrl } from './read-url.ts';
import { closeStream } from './stream-core.ts';
import { PLAIN_FILES, provideWrappers, wrapperState } from './stream-wrapper.ts';
import { createStreamResource, Stream } from './stream.ts';

/** Names the wrappers, and makes the three resources (ids 1 to 3) and their constants. */
export function setUpStandardStreams(rt: Executor): void {
  provideWrappers(rt, builtinWrappers);
  rt.openUrl = (path) => {
    const isUrl = /^[A-Za-z0-9+\-.]{2,}:\/\/|^data:/.test(path);
    const state = wrapperState(rt);
    return isUrl || (state.changed && state.current.get('file') !== PLAIN_FILES) ? readUrl(rt, path) : null;
  };
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
    const resource = createStreamResource(rt, standardStream(name, null));
    rt.constants.later(() => registerConstant(rt, name.toUpperCase(), resource, true));
  }
}
