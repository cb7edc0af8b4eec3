/** Methods that Swoole's clients have in common, and the settings of clients and servers. */
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, method, p } from '../define.ts';

/** setDefer() and getDefer(): requests only send, recv() waits for the answers. */
export function deferMethods(
  link: string,
  clientOf: (rt: Executor, self: PhpObject) => { defer: boolean },
): readonly MethodDef[] {
  return [
    method({
      name: 'setDefer',
      doc: 'Answers are taken by recv() from now on, or at once again.',
      params: [p.bool('defer', { default: true })],
      returns: ['bool'],
      link,
      impl(rt, self, defer) {
        clientOf(rt, self).defer = defer;
        return true;
      },
    }),
    method({
      name: 'getDefer',
      doc: 'Are answers taken by recv()?',
      params: [],
      returns: ['bool'],
      link,
      impl: (rt, self) => clientOf(rt, self).defer,
    }),
  ];
}

/** Which end of a connection. */
export type End = 'local' | 'remote';

/** getsockname() and getpeername(). */
export function addressMethods(
  link: string,
  read: (rt: Executor, self: PhpObject, end: End) => Zval | NativeCode,
): readonly MethodDef[] {
  return (['getsockname', 'getpeername'] as const).map((name) =>
    method({
      name,
      doc: name === 'getsockname' ? 'The local address.' : 'The address of the other side.',
      params: [],
      returns: ['array', 'false'],
      link,
      impl: (rt, self) => read(rt, self, name === 'getsockname' ? 'local' : 'remote'),
    }),
  );
}

/** Adds settings to those in a property; answers them all. */
export function mergeSettings(rt: Executor, self: PhpObject, slot: number, settings: PhpArray): PhpArray {
  const before = deref(self.props[slot]);
  const merged = before instanceof PhpArray ? before.dup() : new PhpArray();
  settings.forEach((v, key) => merged.update(rt, key, addRef(deref(v))));
  rt.releaseValue(self.props[slot]);
  self.props[slot] = merged;
  return merged;
}
