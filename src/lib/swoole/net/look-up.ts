/** Waiting for the addresses of a name. */
import { waitFor } from '../../../coro/io-wait.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Lookup } from '../../../vm/net-ports.ts';
import { ERROR_DNS_FAILED, ERROR_DNS_TIMEOUT } from '../errors.ts';

/** The addresses, or Swoole's error number. `seconds`: how long to wait, negative for ever. */
export function* lookUp(rt: Executor, lookup: Lookup, seconds: number): NativeCode<readonly string[] | number> {
  const result = yield* waitFor(rt, [lookup], () => lookup.addresses !== null, seconds, 'domain name lookup');
  if (result !== 'ready') return ERROR_DNS_TIMEOUT;
  return lookup.error !== null || lookup.addresses === null ? ERROR_DNS_FAILED : lookup.addresses;
}
