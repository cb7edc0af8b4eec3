/**
 * Random\Randomizer: what to do with the numbers of an engine.
 * Source: php-src 8.2 ext/random/randomizer.c
 */
import { ACC_FINAL, ACC_NO_DYNAMIC_PROPERTIES, ACC_PUBLIC, ACC_READONLY } from '../../bytecode/type-flags.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, method, p } from '../define.ts';
import { loadMembers, membersArray } from '../spl-util.ts';
import { draw, drawInt, pickKeys, shuffleList } from './draw.ts';
import { signed64, toBytes } from './engines.ts';

const BAD_DATA = 'Invalid serialization data for Random\\Randomizer object';

/** The object in $engine. */
function engineOf(self: PhpObject): PhpObject {
  return deref(self.props[0]) as PhpObject;
}

function* randomBytes(rt: Executor, engine: PhpObject, length: number): NativeCode<string | null> {
  let out = '';
  while (out.length < length) {
    const one = yield* draw(rt, engine);
    if (one === null) return null;
    out += toBytes(one.value, one.size);
  }
  return out.slice(0, length);
}

const serializeMethods: readonly MethodDef[] = [
  method({
    name: '__serialize',
    doc: 'The engine for serialize().',
    params: [],
    returns: ['array'],
    tentative: false,
    impl: (_rt, self) => PhpArray.fromList([membersArray(self)]),
  }),
  method({
    name: '__unserialize',
    doc: 'Restores the engine.',
    params: [p.array('data')],
    returns: ['void'],
    tentative: false,
    impl: (rt, self, data) => {
      const members = deref(data.getInt(0));
      if (data.count !== 1 || !(members instanceof PhpArray)) return rt.throwError('Exception', BAD_DATA);
      loadMembers(rt, self, members);
      const engine = deref(self.props[0]);
      const fits = engine instanceof PhpObject && engine.ce.interfaces.includes(rt.classOf('Random\\Engine'));
      return fits ? null : rt.throwError('Exception', BAD_DATA);
    },
  }),
];

const methods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Takes an engine; the secure one when none is given.',
    params: [p.nullable(p.object('engine', 'Random\\Engine'), { default: null })],
    returns: null,
    *impl(rt, self, engine) {
      const taken = engine === null ? rt.newObject(rt.classOf('Random\\Engine\\Secure')) : addRef(engine);
      try {
        release(rt, yield* rt.writeProperty(self, 'engine', taken, self.ce));
      } finally {
        release(rt, taken);
      }
      return null;
    },
  }),
  method({
    name: 'nextInt',
    doc: 'An int that is not negative.',
    params: [],
    returns: ['int'],
    tentative: false,
    *impl(rt, self) {
      const one = yield* draw(rt, engineOf(self));
      return one === null ? null : signed64(one.value >> 1n);
    },
  }),
  method({
    name: 'getInt',
    doc: 'An int in a range.',
    params: [p.int64('min'), p.int64('max')],
    returns: ['int'],
    tentative: false,
    impl: (rt, self, min, max) =>
      max < min
        ? rt.argumentValueError(2, 'must be greater than or equal to argument #1 ($min)')
        : drawInt(rt, engineOf(self), min, max),
  }),
  method({
    name: 'getBytes',
    doc: 'Random bytes.',
    params: [p.int('length')],
    returns: ['string'],
    tentative: false,
    impl: (rt, self, length) =>
      length < 1 ? rt.argumentValueError(1, 'must be greater than 0') : randomBytes(rt, engineOf(self), length),
  }),
  method({
    name: 'shuffleArray',
    doc: 'The values in random order.',
    params: [p.array('array')],
    returns: ['array'],
    tentative: false,
    *impl(rt, self, array) {
      const values = array.valueList();
      if (!(yield* shuffleList(rt, engineOf(self), values))) return null;
      return PhpArray.fromList(values.map((v) => addRef(v)));
    },
  }),
  method({
    name: 'shuffleBytes',
    doc: 'The bytes of a string in random order.',
    params: [p.string('bytes')],
    returns: ['string'],
    tentative: false,
    *impl(rt, self, bytes) {
      const list = bytes.split('');
      return (yield* shuffleList(rt, engineOf(self), list)) ? list.join('') : null;
    },
  }),
  method({
    name: 'pickArrayKeys',
    doc: 'Some keys of an array, in their order.',
    params: [p.array('array'), p.int('num')],
    returns: ['array'],
    tentative: false,
    *impl(rt, self, array, num) {
      const keys = yield* pickKeys(rt, engineOf(self), array, num);
      return keys === null ? null : PhpArray.fromList(keys);
    },
  }),
  ...serializeMethods,
];

export const randomizerClass: ClassDef<MethodDef> = {
  name: 'Random\\Randomizer',
  flags: ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES,
  properties: [
    {
      name: 'engine',
      flags: ACC_PUBLIC | ACC_READONLY,
      type: { mask: 0, classes: ['Random\\Engine'] },
      default: undefined,
    },
  ],
  methods,
  handlers: { cloneable: false },
};
