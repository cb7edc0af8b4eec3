/**
 * ReflectionAttribute, and the getAttributes() of all the others.
 * Source: php-src 8.2 ext/reflection/php_reflection.c (reflect_attributes), Zend/zend_attributes.c
 */
import type { AttributeDecl } from '../bytecode/op-array.ts';
import { ACC_PUBLIC } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { internalAttributeTargets } from './core-attributes.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { listOf } from './reflection-data.ts';
import { cloneMethod } from './reflection-type.ts';
import { constants } from './spl-util.ts';

export const TARGET_CLASS = 1;
export const TARGET_FUNCTION = 2;
export const TARGET_METHOD = 4;
export const TARGET_PROPERTY = 8;
export const TARGET_CLASS_CONST = 16;
export const TARGET_PARAMETER = 32;
const TARGET_ALL = 63;
const IS_REPEATABLE = 64;
const IS_INSTANCEOF = 2;

const TARGET_NAMES: readonly string[] = ['class', 'function', 'method', 'property', 'class constant', 'parameter'];

interface AttributeRef {
  readonly decl: AttributeDecl;
  readonly scope: ClassEntry | null;
  readonly target: number;
  readonly repeated: boolean;
}

function makeAttribute(
  rt: Executor,
  list: readonly AttributeDecl[],
  decl: AttributeDecl,
  scope: ClassEntry | null,
  target: number,
): PhpObject {
  const obj = rt.newObject(rt.classOf('ReflectionAttribute'));
  const repeated = list.some((other) => other !== decl && other.offset === decl.offset && other.lcName === decl.lcName);
  const ref: AttributeRef = { decl, scope, target, repeated };
  obj.native = ref;
  return obj;
}

export const attributeParams: readonly [Param<string | null>, Param<number>] = [
  p.nullable(p.string('name'), { default: null }),
  p.int('flags', { default: 0 }),
];

/** getAttributes(): the attributes at an offset (0: the thing itself, n: parameter n), by name or by base class. */
export function* reflectAttributes(
  rt: Executor,
  all: readonly AttributeDecl[] | null,
  offset: number,
  scope: ClassEntry | null,
  target: number,
  name: string | null,
  flags: number,
): NativeCode {
  if ((flags & ~IS_INSTANCEOF) !== 0) return rt.argumentValueError(2, 'must be a valid attribute filter flag');
  let base: ClassEntry | null = null;
  if (name !== null && (flags & IS_INSTANCEOF) !== 0) {
    base = rt.lookupClass(name) ?? (yield* rt.autoloadClass(name));
    if (base === null) return rt.exception !== null ? null : rt.throwError('Error', `Class "${name}" not found`);
  }
  const list = all ?? [];
  const wanted = name?.toLowerCase().replace(/^\\/, '') ?? null;
  const out: Zval[] = [];
  for (const decl of list) {
    if (decl.offset !== offset) continue;
    if (base !== null) {
      const ce = rt.lookupClass(decl.name) ?? (yield* rt.autoloadClass(decl.name));
      if (rt.exception !== null) return null;
      if (ce === null || !instanceOf(ce, base)) continue;
    } else if (wanted !== null && decl.lcName !== wanted) continue;
    out.push(makeAttribute(rt, list, decl, scope, target));
  }
  return listOf(out);
}

function refOfAttribute(self: PhpObject): AttributeRef {
  return self.native as AttributeRef;
}

/** The evaluated arguments: positional ones appended, named ones by name. Owned; null after an exception. */
function* evaluateArguments(rt: Executor, ref: AttributeRef): NativeCode<PhpArray | null> {
  const out = new PhpArray();
  for (const arg of ref.decl.args) {
    const value = yield* rt.evalConstant(arg.value, ref.scope, null);
    if (value === undefined || rt.exception !== null) {
      release(rt, out);
      return null;
    }
    if (arg.name === null) out.append(value);
    else out.update(rt, arg.name, value);
  }
  return out;
}

/** The flags that `#[Attribute(flags)]` on the attribute's class gives; null after an exception. */
function* attributeFlags(rt: Executor, ce: ClassEntry): NativeCode<number | null> {
  if (ce.type === 1) return internalAttributeTargets.get(ce.lcName) ?? TARGET_ALL;
  const marker = ce.attributes?.find((a) => a.lcName === 'attribute' && a.offset === 0);
  if (marker === undefined) {
    return rt.throwError('Error', `Attempting to use non-attribute class "${displayName(ce.name)}" as attribute`);
  }
  const first = marker.args[0];
  if (first === undefined) return TARGET_ALL;
  const value = deref(yield* rt.evalConstant(first.value, ce, null));
  if (rt.exception !== null) return null;
  if (typeof value !== 'number') {
    return rt.throwError(
      'Error',
      'Attribute::__construct(): Argument #1 ($flags) must be of type int, ' + typeWord(value) + ' given',
    );
  }
  if ((value & ~(TARGET_ALL | IS_REPEATABLE)) !== 0) return rt.throwError('Error', 'Invalid attribute flags specified');
  return value;
}

function typeWord(v: Zval): string {
  return typeof v === 'string' ? 'string' : v === null ? 'null' : 'array';
}

function targetNames(flags: number): string {
  return TARGET_NAMES.filter((_, i) => (flags & (1 << i)) !== 0).join(', ');
}

function* newInstance(rt: Executor, ref: AttributeRef): NativeCode {
  const { decl } = ref;
  const ce = rt.lookupClass(decl.name) ?? (yield* rt.autoloadClass(decl.name));
  if (rt.exception !== null) return null;
  if (ce === null) return rt.throwError('Error', `Attribute class "${decl.name}" not found`);
  const flags = yield* attributeFlags(rt, ce);
  if (flags === null) return null;
  if ((flags & ref.target) === 0) {
    return rt.throwError(
      'Error',
      `Attribute "${decl.name}" cannot target ${targetNames(ref.target)} (allowed targets: ${targetNames(flags)})`,
    );
  }
  if (ref.repeated && (flags & IS_REPEATABLE) === 0)
    return rt.throwError('Error', `Attribute "${decl.name}" must not be repeated`);
  const args = yield* evaluateArguments(rt, ref);
  if (args === null) return null;
  const made = yield* rt.initObject(ce);
  if (made === null) return null;
  const ctor = ce.magic.constructor_;
  if (ctor === null) {
    if (args.count === 0) return made;
    return rt.throwError(
      'Error',
      `Attribute class ${displayName(ce.name)} does not have a constructor, cannot pass arguments`,
    );
  }
  if ((ctor.fnFlags & ACC_PUBLIC) === 0) {
    return rt.throwError('Error', `Attribute constructor of class ${displayName(ce.name)} must be public`);
  }
  release(
    rt,
    yield* callWithArray(rt, { func: ctor, object: made, calledScope: ce, closure: null, magicName: null }, args),
  );
  release(rt, args);
  return made;
}

/** Positional arguments and the named ones that the running builtin was given, as one array. Owned. */
export function packArguments(rt: Executor, args: readonly Zval[]): PhpArray {
  const list = PhpArray.fromList(args.map((v) => addRef(v)));
  for (const [key, v] of rt.currentExecuteData?.extraNamedParams?.entries() ?? []) list.set(key, addRef(v));
  return list;
}

/** Calls with the elements of an array: int keys are positional, string keys named. Owned result. */
export function* callWithArray(rt: Executor, callable: Parameters<typeof call>[0], args: PhpArray): NativeCode {
  const positional: Zval[] = [];
  let named: PhpArray | null = null;
  for (const [key, value] of args.entries()) {
    if (typeof key !== 'string') {
      if (named !== null) return rt.throwError('Error', 'Cannot use positional argument after named argument');
      positional.push(value);
      continue;
    }
    named ??= new PhpArray();
    named.setStr(key, value);
  }
  const result = yield* call(callable, positional, named);
  return result;
}

export const attributeClass: ClassDef<MethodDef> = {
  name: 'ReflectionAttribute',
  interfaces: ['Reflector'],
  constants: constants({ IS_INSTANCEOF }),
  handlers: { cloneable: false },
  methods: [
    method({
      name: 'getName',
      doc: 'The name of the attribute.',
      params: [],
      returns: ['string'],
      tentative: false,
      impl: (_rt, self) => refOfAttribute(self).decl.name,
    }),
    method({
      name: 'getTarget',
      doc: 'What it stands on, as an Attribute::TARGET_* number.',
      params: [],
      returns: ['int'],
      tentative: false,
      impl: (_rt, self) => refOfAttribute(self).target,
    }),
    method({
      name: 'isRepeated',
      doc: 'Does it stand there more than once?',
      params: [],
      returns: ['bool'],
      tentative: false,
      impl: (_rt, self) => refOfAttribute(self).repeated,
    }),
    method({
      name: 'getArguments',
      doc: 'The arguments.',
      params: [],
      returns: ['array'],
      tentative: false,
      *impl(rt, self) {
        return yield* evaluateArguments(rt, refOfAttribute(self));
      },
    }),
    method({
      name: 'newInstance',
      doc: 'An object of the attribute class.',
      params: [],
      returns: ['object'],
      tentative: false,
      impl: (rt, self) => newInstance(rt, refOfAttribute(self)),
    }),
    method({
      name: '__toString',
      doc: 'A description.',
      params: [],
      returns: ['string'],
      tentative: false,
      impl: (_rt, self) => {
        const { decl } = refOfAttribute(self);
        if (decl.args.length === 0) return `Attribute [ ${decl.name} ]\n`;
        const lines = decl.args.map(
          (arg, i) => `    Argument #${i} [ ${arg.name === null ? '' : `${arg.name} = `}${argumentText(arg.value)} ]\n`,
        );
        return `Attribute [ ${decl.name} ] {\n  - Arguments [${decl.args.length}] {\n${lines.join('')}  }\n}\n`;
      },
    }),
    cloneMethod,
    method({
      name: '__construct',
      doc: 'Not to be called.',
      params: [],
      returns: null,
      visibility: 'private',
      impl: () => null,
    }),
  ],
};

function argumentText(v: Zval): string {
  if (v === null) return 'NULL';
  if (typeof v === 'string') return `'${v.slice(0, 15)}${v.length > 15 ? '...' : ''}'`;
  return v instanceof PhpArray ? 'Array' : String(v);
}
