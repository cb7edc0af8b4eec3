import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';
import { openNamed } from './open-stream.ts';
import { closeStream, readRest } from './stream-core.ts';
import { OPEN_FOR_INCLUDE } from './stream-wrapper.ts';

/** What include reads through a wrapper; null after a warning. */
export function* readUrl(rt: Executor, path: string): NativeCode<string | null> {
  const stream = yield* openNamed(rt, path, 'rb', { options: OPEN_FOR_INCLUDE });
  if (stream === null || stream === false) return null;
  const bytes = yield* readRest(rt, stream);
  yield* closeStream(rt, stream);
  return rt.exception === null ? (bytes ?? '') : null;
}
