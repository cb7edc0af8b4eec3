/**
 * ReflectionFiber: where a fiber stands.
 * Source: php-src 8.2 ext/reflection/php_reflection.c (ReflectionFiber)
 */
import { OpArray } from '../bytecode/op-array.ts';
import { ACC_FINAL, ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import { FiberData, fiberFrames } from '../coro/fiber.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import { fetchBacktraceFrom } from '../vm/backtrace.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { lineOf } from '../vm/position.ts';
import { type MethodDef, method, p } from './define.ts';

const NOT_UNDER_WAY = 'Cannot fetch information from a fiber that has not been started or is terminated';

function fiberOf(self: PhpObject): PhpObject | null {
  return self.native as PhpObject | null;
}

function dataOf(self: PhpObject): FiberData | null {
  const data = fiberOf(self)?.native;
  return data instanceof FiberData ? data : null;
}

/** Runs `look` on the innermost frame of a fiber that has been started and has not ended; null after an error. */
function underWay(rt: Executor, self: PhpObject, look: (innermost: ExecuteData | null) => Zval): Zval {
  const fiber = fiberOf(self);
  const data = dataOf(self);
  if (fiber === null || data === null || data.status === 'init' || data.status === 'dead') {
    return rt.throwError('Error', NOT_UNDER_WAY);
  }
  return fiberFrames(rt, fiber, data, look);
}

/** The innermost frame that runs PHP code. */
function userFrame(innermost: ExecuteData | null): ExecuteData | null {
  let at = innermost;
  while (at !== null && !(at.func instanceof OpArray)) at = at.prev;
  return at;
}

const methods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Looks at a fiber.',
    params: [p.object('fiber', 'Fiber')],
    returns: null,
    impl: (rt, self, fiber) => {
      const before = fiberOf(self);
      self.native = addRef(fiber);
      if (before !== null) release(rt, before);
      return null;
    },
  }),
  method({
    name: 'getFiber',
    doc: 'The fiber.',
    params: [],
    returns: ['Fiber'],
    tentative: false,
    impl: (_rt, self) => addRef(fiberOf(self)),
  }),
  method({
    name: 'getExecutingFile',
    doc: 'The file whose code it runs.',
    params: [],
    returns: ['string', 'null'],
    tentative: false,
    impl: (rt, self) =>
      underWay(rt, self, (innermost) => {
        const func = userFrame(innermost)?.func;
        return func instanceof OpArray ? func.fileName : null;
      }),
  }),
  method({
    name: 'getExecutingLine',
    doc: 'The line it runs.',
    params: [],
    returns: ['int', 'null'],
    tentative: false,
    impl: (rt, self) =>
      underWay(rt, self, (innermost) => {
        const frame = userFrame(innermost);
        return frame === null ? null : lineOf(frame);
      }),
  }),
  method({
    name: 'getCallable',
    doc: 'The function that it runs.',
    params: [],
    returns: ['callable'],
    tentative: false,
    impl: (rt, self) => {
      const data = dataOf(self);
      if (data !== null && data.status !== 'dead') return addRef(data.holder);
      return rt.throwError('Error', 'Cannot fetch the callable from a fiber that has terminated');
    },
  }),
  method({
    name: 'getTrace',
    doc: 'Its backtrace, without that of whoever resumed it.',
    params: [p.int('options', { default: 1, text: 'DEBUG_BACKTRACE_PROVIDE_OBJECT' })],
    returns: ['array'],
    tentative: false,
    impl: (rt, self, options) =>
      underWay(rt, self, (innermost) => fetchBacktraceFrom(rt, innermost, false, options, 0)),
  }),
];

export const reflectionFiberClass: ClassDef<MethodDef> = {
  name: 'ReflectionFiber',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE,
  methods,
  handlers: {
    cloneable: false,
    freeNative: (rt, obj) => {
      const held = fiberOf(obj);
      obj.native = null;
      release(rt, held);
    },
    gcChildren: (obj, visit) => visit(fiberOf(obj)),
  },
};
