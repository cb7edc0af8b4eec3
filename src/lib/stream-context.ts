/**
 * What a stream context holds, and the default one.
 * Source: php-src main/streams/streams.c (php_stream_context_alloc), ext/standard/file.h (FG(default_context))
 */
import { PhpArray } from '../value/php-array.ts';
import { deref, type PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';

/** What a stream-context resource holds. */
export class StreamContext {
  options: PhpArray = new PhpArray();
  params: PhpArray = new PhpArray();
}

export function createContext(rt: Executor): PhpResource {
  return rt.createResource('stream-context', new StreamContext());
}

/** The context of streams opened without one; takes its id when first needed. */
export function defaultContext(rt: Executor): PhpResource {
  return rt.moduleState('default-stream-context', () => createContext(rt));
}

/** The default context takes its id when a stream is opened for the first time. */
export function touchDefaultContext(rt: Executor): void {
  defaultContext(rt);
}

/** An option of a context; undefined when it is not set. */
export function contextOption(resource: PhpResource | null, wrapper: string, name: string): Zval {
  const context = resource?.data;
  if (!(context instanceof StreamContext)) return undefined;
  const own = deref(context.options.get(wrapper));
  return own instanceof PhpArray ? deref(own.get(name)) : undefined;
}
