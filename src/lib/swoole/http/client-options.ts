/** The options of Swoole\Coroutine\Http\Client::set(). */
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { randomMask } from './websocket-frame-class.ts';
import type { FrameOptions } from './websocket-receive.ts';
import { CLIENT_SLOT } from './client-properties.ts';

export interface ClientOptions {
  readonly keepAlive: boolean;
  readonly websocketMask: boolean;
  readonly frames: FrameOptions;
  /** Where the body goes: to write_func, or (null) into the property. */
  sink(rt: Executor, self: PhpObject): { write(rt: Executor, part: string): NativeCode<boolean> } | null;
}

export function optionsOf(rt: Executor, self: PhpObject): ClientOptions {
  const held = deref(self.props[CLIENT_SLOT.setting]);
  const get = (name: string): Zval => {
    const v = held instanceof PhpArray ? deref(held.getStr(name)) : undefined;
    return v === null ? undefined : v;
  };
  const flag = (name: string): boolean => toBool(get(name) ?? true);
  const writeFunc = get('write_func');
  return {
    keepAlive: flag('keep_alive'),
    websocketMask: flag('websocket_mask'),
    frames: {
      seesPing: toBool(get('open_websocket_ping_frame') ?? false),
      seesPong: toBool(get('open_websocket_pong_frame') ?? false),
      seesClose: toBool(get('open_websocket_close_frame') ?? false),
      mask: () => (flag('websocket_mask') ? randomMask(rt) : null),
    },
    sink(_rt, client) {
      const callable = writeFunc === undefined ? null : rt.resolveCallable(writeFunc);
      if (callable === null) return null;
      return {
        *write(runtime, part) {
          const answer = yield { kind: 'call', callable, args: [client, part], named: null, catches: false };
          runtime.releaseValue(answer);
          return true;
        },
      };
    },
  };
}
