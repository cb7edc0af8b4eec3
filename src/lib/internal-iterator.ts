/**
 * InternalIterator: an Iterator object around an internal class's own iterator.
 * Source: php-src 8.2 Zend/zend_interfaces.c
 */
import { ACC_FINAL, ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ObjectIterator } from '../object/class-handlers.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method } from './define.ts';

interface InternalIteratorData {
  readonly kind: 'internal-iterator';
  readonly iterator: ObjectIterator;
  started: boolean;
}

/** zend_create_internal_iterator_zval: an Iterator object around an internal class's own iterator. Owned. */
export function* createInternalIterator(rt: Executor, obj: PhpObject): NativeCode {
  const factory = obj.ce.getIterator;
  if (factory === null) return null;
  const iterator = yield* factory(rt, obj, false);
  if (iterator === null) return null;
  const made = rt.newObject(rt.classOf('InternalIterator'));
  const data: InternalIteratorData = { kind: 'internal-iterator', iterator, started: false };
  made.native = data;
  return made;
}

/** The iterator, rewound on first use (zend_internal_iterator_ensure_rewound). */
function* iteratorOf(rt: Executor, self: PhpObject): NativeCode<ObjectIterator | null> {
  const data = self.native as InternalIteratorData | null;
  if (data === null) return rt.throwError('Error', 'The InternalIterator object has not been properly initialized');
  if (!data.started) {
    data.started = true;
    yield* data.iterator.rewind();
  }
  return data.iterator;
}

export const internalIteratorClass: ClassDef<MethodDef> = {
  name: 'InternalIterator',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE,
  interfaces: ['Iterator'],
  handlers: {
    cloneable: false,
    freeNative: (_rt, obj) => {
      (obj.native as InternalIteratorData | null)?.iterator.free();
      obj.native = null;
    },
  },
  methods: [
    method({
      name: '__construct',
      doc: 'Not to be called.',
      params: [],
      returns: null,
      visibility: 'private',
      impl: () => null,
    }),
    method({
      name: 'current',
      doc: 'The current element.',
      params: [],
      returns: ['mixed'],
      tentative: false,
      *impl(rt, self): NativeCode {
        const iterator = yield* iteratorOf(rt, self);
        return iterator !== null && (yield* iterator.valid()) ? yield* iterator.current() : null;
      },
    }),
    method({
      name: 'key',
      doc: 'The key of the current element.',
      params: [],
      returns: ['mixed'],
      tentative: false,
      *impl(rt, self): NativeCode {
        const iterator = yield* iteratorOf(rt, self);
        return iterator !== null && (yield* iterator.valid()) ? yield* iterator.key() : null;
      },
    }),
    method({
      name: 'next',
      doc: 'Moves to the next element.',
      params: [],
      returns: ['void'],
      tentative: false,
      *impl(rt, self): NativeCode {
        const iterator = yield* iteratorOf(rt, self);
        if (iterator !== null) yield* iterator.next();
        return null;
      },
    }),
    method({
      name: 'valid',
      doc: 'Is there a current element?',
      params: [],
      returns: ['bool'],
      tentative: false,
      *impl(rt, self): NativeCode {
        const iterator = yield* iteratorOf(rt, self);
        return iterator !== null && (yield* iterator.valid());
      },
    }),
    method({
      name: 'rewind',
      doc: 'Moves to the first element.',
      params: [],
      returns: ['void'],
      tentative: false,
      *impl(_rt, self): NativeCode {
        const data = self.native as InternalIteratorData | null;
        if (data === null) return null;
        data.started = true;
        yield* data.iterator.rewind();
        return null;
      },
    }),
  ],
};
