/** PDO::PARAM_LOB: streams as values. */
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpResource, Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { memoryStream } from '../memory-stream.ts';
import { readRest } from '../stream-core.ts';
import { createStreamResource, parseMode, Stream } from '../stream.ts';

/** What is left to read of a stream. */
export function* lobText(rt: Executor, resource: PhpResource): NativeCode<string> {
  return resource.data instanceof Stream ? ((yield* readRest(rt, resource.data)) ?? '') : '';
}

/** A stream that holds a text. */
export function lobStream(rt: Executor, text: string): Zval {
  const mode = parseMode('w+b');
  if (mode === null) return null;
  const stream = memoryStream('php://memory', mode);
  stream.ops.write?.(rt, stream, text);
  stream.ops.seek?.(rt, stream, 0, 0);
  return createStreamResource(rt, stream);
}
