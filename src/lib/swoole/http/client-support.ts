/** What the methods of Swoole\Coroutine\Http\Client have in common. */
import type { PhpObject } from '../../../value/php-object.ts';
import { createException } from '../../../vm/exceptions.ts';
import type { Executor } from '../../../vm/executor.ts';
import { HttpClientData } from './client-data.ts';

/** What the object holds; the constructor may not have run: then there is nobody to connect to. */
export function clientDataOf(rt: Executor, self: PhpObject): HttpClientData {
  if (self.native instanceof HttpClientData) return self.native;
  return rt.fatalError('must call constructor first');
}

export function throwClientError(rt: Executor, code: number, message: string): null {
  const ce = rt.classOf('Swoole\\Coroutine\\Http\\Client\\Exception');
  rt.throwObject(createException(rt, ce, message, code));
  return null;
}
