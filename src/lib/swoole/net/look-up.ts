/** Waiting for the addresses of a name. */
import { waitFor } from '../../../coro/io-wait.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Network } from '../../../vm/net-ports.ts';
import { ERROR_DNS_FAILED, ERROR_DNS_TIMEOUT } from '../errors.ts';

/** The addresses, or Swoole's error number. `seconds`: how long to wait, negative for ever; `family`: 4 or 6. */
export function* lookUp(
  rt: Executor,
  network: Network,
  host: string,
  family: number,
  seconds: number,
): NativeCode<readonly string[] | number> {
  const lookup = network.resolve(host, family);
  const result = yield* waitFor(rt, [lookup], () => lookup.addresses !== null, seconds, 'domain name lookup');
  if (result !== 'ready') return ERROR_DNS_TIMEOUT;
  return lookup.error !== null || lookup.addresses === null ? ERROR_DNS_FAILED : lookup.addresses;
}
