/**
 * Reading serialized values out of a text of one's own, as the unserialize() methods of SPL's classes do.
 * Source: php-src 8.2 ext/standard/var_unserializer.re (php_var_unserialize, var_tmp_var)
 */
import type { NativeCode } from '../object/native-code.ts';
import { deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { enterUnserialize, finish, rootPlace } from './unserialize-places.ts';
import { Unserializer } from './unserializer.ts';

export interface SerializedReader {
  /** Where reading stands. */
  at: () => number;
  /** Whether a sign is next; moves behind it if so. */
  take: (sign: string) => boolean;
  /** The sign that is next, '' at the end. */
  peek: () => string;
  /** Moves before the sign that was read last. */
  back: () => void;
  /** One value, borrowed until `close`; undefined when there is none. */
  value: () => NativeCode<Zval>;
  close: () => NativeCode<void>;
}

/** Values share the references and limits of the unserialize() that is under way, if there is one. */
export function openSerialized(rt: Executor, text: string): SerializedReader {
  const entered = enterUnserialize(rt, { allowed: null, maxDepth: 0 });
  const { context, state } = entered;
  const reader = new Unserializer(rt, text, context.options, context, state);
  return {
    at: () => reader.p,
    peek: () => text.charAt(reader.p),
    take: (sign) => {
      if (text.charAt(reader.p) !== sign) return false;
      reader.p++;
      return true;
    },
    back: () => {
      reader.p--;
    },
    *value(): NativeCode<Zval> {
      const root: { v: Zval } = { v: undefined };
      const ok = (yield* reader.value(rootPlace(root))) && rt.exception === null;
      context.roots.push(root);
      return ok ? deref(root.v) : undefined;
    },
    *close(): NativeCode<void> {
      entered.leave();
      if (!entered.shared) yield* finish(rt, context, state);
    },
  };
}
