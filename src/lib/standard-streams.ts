/**
 * STDIN, STDOUT and STDERR.
 * Source: php-src sapi/cli/php_cli.c (cli_register_file_handles)
 */
import type { NativeCode } from '../object/native-code.ts';
import { registerConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { openNamed } from './open-stream.ts';
import { setUpWrappers } from './php-wrapper.ts';
import { standardStream } from './plain-stream.ts';
import { closeStream, readRest } from './stream-core.ts';
import { OPEN_FOR_INCLUDE, PLAIN_FILES, wrapperState } from './stream-wrapper.ts';
import { createStreamResource, Stream } from './stream.ts';

/** What include reads through a wrapper; null after a warning. */
function* readUrl(rt: Executor, path: string): NativeCode<string | null> {
  const stream = yield* openNamed(rt, path, 'rb', { options: OPEN_FOR_INCLUDE });
  if (stream === null || stream === false) return null;
  const bytes = yield* readRest(rt, stream);
  yield* closeStream(rt, stream);
  return rt.exception === null ? (bytes ?? '') : null;
}

/** Makes the wrappers, and the three resources (ids 1 to 3) and their constants. */
export function setUpStandardStreams(rt: Executor): void {
  setUpWrappers(rt);
  rt.openUrl = (path) => {
    const isUrl = /^[A-Za-z0-9+\-.]{2,}:\/\/|^data:/.test(path);
    return isUrl || wrapperState(rt).current.get('file') !== PLAIN_FILES ? readUrl(rt, path) : null;
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
