/**
 * The classes of Random\Engine.
 * Source: php-src 8.2 ext/random/random.stub.php, engine_*.c
 */
import {
  ACC_ABSTRACT,
  ACC_FINAL,
  ACC_INTERFACE,
  ACC_NO_DYNAMIC_PROPERTIES,
  ACC_NOT_SERIALIZABLE,
} from '../../bytecode/type-flags.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { deref } from '../../value/zval.ts';
import type { PhpInt, Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { displayName } from '../../object/class-queries.ts';
import { type MethodDef, method, p } from '../define.ts';
import { loadMembers, membersArray } from '../spl-util.ts';
import {
  fromBytes,
  Mt19937,
  PcgOneseq128,
  type RandomEngine,
  randomNumber,
  SecureEngine,
  toBytes,
  Xoshiro256,
} from './engines.ts';

const engineOf = (self: PhpObject): RandomEngine => self.native as RandomEngine;

const generate: MethodDef = method({
  name: 'generate',
  doc: 'The next number, as bytes.',
  params: [],
  returns: ['string'],
  tentative: false,
  impl: (_rt, self) => {
    const { value, size } = engineOf(self).generate();
    return toBytes(value, size);
  },
});

function badData(rt: Executor, self: PhpObject): null {
  return rt.throwError('Exception', `Invalid serialization data for ${displayName(self.ce.name)} object`);
}

const stateMethods: readonly MethodDef[] = [
  method({
    name: '__serialize',
    doc: 'The properties and the state for serialize().',
    params: [],
    returns: ['array'],
    tentative: false,
    impl: (_rt, self) => PhpArray.fromList([membersArray(self), PhpArray.fromList(engineOf(self).writeState())]),
  }),
  method({
    name: '__unserialize',
    doc: 'Restores the state.',
    params: [p.array('data')],
    returns: ['void'],
    tentative: false,
    impl: (rt, self, data) => {
      const members = deref(data.getInt(0));
      if (data.count !== 2 || !(members instanceof PhpArray)) return badData(rt, self);
      loadMembers(rt, self, members);
      const state = deref(data.getInt(1));
      if (!(state instanceof PhpArray)) return badData(rt, self);
      const words: Zval[] = [];
      for (let i = 0; i < state.count; i++) words.push(deref(state.getInt(i)));
      const fits = state.count === engineOf(self).writeState().length;
      return fits && engineOf(self).readState(words) ? null : badData(rt, self);
    },
  }),
  method({
    name: '__debugInfo',
    doc: 'The properties and the state for var_dump().',
    params: [],
    returns: ['array'],
    tentative: false,
    impl: (_rt, self) => {
      const info = membersArray(self);
      info.setStr('__states', PhpArray.fromList(engineOf(self).writeState()));
      return info;
    },
  }),
];

const optionalSeed = { ...p.union('seed', ['string', 'int64', 'null'], { default: null }) };

/** A seed of `size` bytes as words of 8; null after the ValueError. */
function seedWords(rt: Executor, seed: string, size: number): bigint[] | null {
  if (seed.length !== size) {
    return rt.argumentValueError(1, `must be a ${size} byte (${size * 8} bit) string`);
  }
  return (seed.match(/[^]{8}/g) ?? []).map(fromBytes);
}

function seedPcg(rt: Executor, self: PhpObject, seed: string | PhpInt | null): null {
  const engine = self.native as PcgOneseq128;
  if (seed === null) engine.seed(randomNumber(rt, 16));
  else if (typeof seed !== 'string') engine.seed(BigInt.asUintN(64, BigInt(seed)));
  else {
    const words = seedWords(rt, seed, 16);
    if (words !== null) engine.seed(((words[0] as bigint) << 64n) | (words[1] as bigint));
  }
  return null;
}

function seedXoshiro(rt: Executor, self: PhpObject, seed: string | PhpInt | null): null {
  const engine = self.native as Xoshiro256;
  if (seed === null) engine.seedWords([8, 8, 8, 8].map((size) => randomNumber(rt, size)));
  else if (typeof seed !== 'string') engine.seed(BigInt.asUintN(64, BigInt(seed)));
  else {
    const words = seedWords(rt, seed, 32);
    if (words?.every((word) => word === 0n)) return rt.argumentValueError(1, 'must not consist entirely of NUL bytes');
    if (words !== null) engine.seedWords(words);
  }
  return null;
}

function engineClass(
  name: string,
  create: (rt: Executor) => RandomEngine,
  methods: readonly MethodDef[],
): ClassDef<MethodDef> {
  return {
    name: `Random\\Engine\\${name}`,
    interfaces: ['Random\\Engine'],
    flags: ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES,
    methods: [...methods, ...stateMethods],
    createObject: (rt, obj) => {
      obj.native = create(rt as Executor);
    },
    handlers: {
      cloneNative: (_rt, from, to) => {
        to.native = engineOf(from).copy();
      },
    },
  };
}

const mt19937Constructor = method({
  name: '__construct',
  doc: 'Seeds the engine.',
  params: [p.nullable(p.int64('seed'), { default: null }), p.int('mode', { default: 0, text: 'MT_RAND_MT19937' })],
  returns: null,
  impl: (rt, self, seed, mode) => {
    const { twister } = engineOf(self) as Mt19937;
    if (mode !== 0 && mode !== 1) return rt.argumentValueError(2, 'must be either MT_RAND_MT19937 or MT_RAND_PHP');
    twister.legacy = mode === 1;
    twister.seed(seed === null ? twister.freshSeed(rt) : Number(BigInt.asUintN(32, BigInt(seed))));
    return null;
  },
});

const pcgMethods: readonly MethodDef[] = [
  method({ name: '__construct', doc: 'Seeds the engine.', params: [optionalSeed], returns: null, impl: seedPcg }),
  generate,
  method({
    name: 'jump',
    doc: 'Leaves out so many numbers.',
    params: [p.int64('advance')],
    returns: ['void'],
    tentative: false,
    impl: (rt, self, advance) => {
      if (advance < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      (self.native as PcgOneseq128).jump(BigInt(advance));
      return null;
    },
  }),
];

function xoshiroJump(name: string, long: boolean): MethodDef {
  return method({
    name,
    doc: `Leaves out 2^${long ? 192 : 128} numbers.`,
    params: [],
    returns: ['void'],
    tentative: false,
    impl: (_rt, self) => {
      (self.native as Xoshiro256).jump(long);
      return null;
    },
  });
}

/** The interfaces before the classes that implement them. */
export const randomEngineClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'Random\\Engine',
    flags: ACC_INTERFACE | ACC_ABSTRACT,
    methods: [
      method({
        name: 'generate',
        doc: 'The next number, as bytes.',
        params: [],
        returns: ['string'],
        tentative: false,
      }),
    ],
  },
  { name: 'Random\\CryptoSafeEngine', flags: ACC_INTERFACE, interfaces: ['Random\\Engine'] },
  engineClass('Mt19937', (rt) => new Mt19937(rt), [mt19937Constructor, generate]),
  engineClass('PcgOneseq128XslRr64', () => new PcgOneseq128(), pcgMethods),
  engineClass('Xoshiro256StarStar', () => new Xoshiro256(), [
    method({ name: '__construct', doc: 'Seeds the engine.', params: [optionalSeed], returns: null, impl: seedXoshiro }),
    generate,
    xoshiroJump('jump', false),
    xoshiroJump('jumpLong', true),
  ]),
  {
    name: 'Random\\Engine\\Secure',
    interfaces: ['Random\\CryptoSafeEngine'],
    flags: ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES | ACC_NOT_SERIALIZABLE,
    methods: [generate],
    createObject: (rt, obj) => {
      obj.native = new SecureEngine(rt as Executor);
    },
    handlers: { cloneable: false },
  },
];
