/**
 * Reflector, Reflection, ReflectionException, ReflectionReference, ReflectionGenerator.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import {
  ACC_ABSTRACT,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_FINAL,
  ACC_INTERFACE,
  ACC_READONLY,
  ACC_READONLY_CLASS,
  ACC_STATIC,
} from '../bytecode/type-flags.ts';
import { OpArray } from '../bytecode/op-array.ts';
import type { ClassDef } from '../object/class-def.ts';
import { normalizeKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { currentGenerator } from '../vm/generator.ts';
import { generatorData } from '../vm/generator-data.ts';
import { type MethodDef, method, p, staticMethod } from './define.ts';
import { fail, listOf, makeFunction, makeMethod } from './reflection-data.ts';
import { cloneMethod } from './reflection-type.ts';

function modifierNames(modifiers: number): string[] {
  const names: string[] = [];
  if ((modifiers & (ACC_ABSTRACT | ACC_EXPLICIT_ABSTRACT_CLASS)) !== 0) names.push('abstract');
  if ((modifiers & ACC_FINAL) !== 0) names.push('final');
  const visibility = modifiers & 7;
  if (visibility === 1) names.push('public');
  else if (visibility === 4) names.push('private');
  else if (visibility === 2) names.push('protected');
  if ((modifiers & ACC_STATIC) !== 0) names.push('static');
  if ((modifiers & (ACC_READONLY | ACC_READONLY_CLASS)) !== 0) names.push('readonly');
  return names;
}

const referenceClass: ClassDef<MethodDef> = {
  name: 'ReflectionReference',
  flags: ACC_FINAL,
  handlers: {
    cloneable: false,
    freeNative: (rt, obj) => {
      const held = obj.native as PhpReference | null;
      obj.native = null;
      release(rt, held);
    },
    gcChildren: (obj, visit) => visit(obj.native as PhpReference | null),
  },
  methods: [
    staticMethod({
      name: 'fromArrayElement',
      doc: 'The reference that an array element is; null when it is none.',
      params: [p.array('array'), p.union('key', ['string', 'int'])],
      returns: ['ReflectionReference', 'null'],
      tentative: false,
      impl: (rt, _scope, array, key) => {
        const held = array.get(typeof key === 'string' ? normalizeKey(key) : key);
        if (held === undefined) return fail(rt, 'Array key not found');
        if (!(held instanceof PhpReference) || (held.rc === 1 && held.val !== array)) return null;
        const made = rt.newObject(rt.classOf('ReflectionReference'));
        made.native = addRef(held);
        return made;
      },
    }),
    method({
      name: 'getId',
      doc: 'What identifies the reference.',
      params: [],
      returns: ['string'],
      tentative: false,
      impl: (rt, self) => referenceId(rt, self),
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

/** Twenty bytes that are the same for the same reference. */
function referenceId(rt: Executor, self: PhpObject): string {
  const ids = rt.moduleState('reflection-reference', () => ({ next: 1, known: new WeakMap<object, number>() }));
  const ref = self.native as PhpReference;
  let id = ids.known.get(ref);
  if (id === undefined) {
    id = ids.next++;
    ids.known.set(ref, id);
  }
  let state = (id * 2654435761) >>> 0;
  let text = '';
  for (let i = 0; i < 20; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += String.fromCharCode(state >>> 24);
  }
  return text;
}

/** The generator of a ReflectionGenerator; null after an exception when it is finished. */
function generatorOf(rt: Executor, self: PhpObject): PhpObject | null {
  const generator = self.native as PhpObject | null;
  if (generator !== null && generatorData(generator).frame !== null) return generator;
  return fail(rt, 'Cannot fetch information from a terminated Generator');
}

function generatorMethod(
  name: string,
  doc: string,
  returns: readonly string[],
  get: (rt: Executor, generator: PhpObject) => Zval,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    impl: (rt, self) => {
      const generator = generatorOf(rt, self);
      return generator === null ? null : get(rt, generator);
    },
  });
}

/** The frames of a suspended generator and of those it delegates to, innermost first. */
function generatorTrace(rt: Executor, generator: PhpObject): PhpArray {
  const chain = [generator];
  const inner = currentGenerator(rt, generator);
  if (inner !== generator) chain.unshift(inner);
  const out = new PhpArray();
  let line: { file: string; line: number } | null = null;
  for (const one of chain) {
    const { frame } = generatorData(one);
    if (frame === null || !(frame.func instanceof OpArray)) continue;
    const { func } = frame;
    const entry = new PhpArray();
    if (line !== null) {
      entry.setStr('file', line.file);
      entry.setStr('line', line.line);
    }
    entry.setStr('function', func.functionName ?? '');
    if (func.scope !== null) {
      entry.setStr('class', func.scope.name);
      if (frame.thisObject !== null) entry.setStr('object', addRef(frame.thisObject));
      entry.setStr('type', frame.thisObject === null ? '::' : '->');
    }
    entry.setStr('args', new PhpArray());
    out.append(entry);
    line = { file: func.fileName, line: func.opcodes[Math.max(0, frame.opline)]?.lineno ?? 0 };
  }
  return out;
}

const generatorClass: ClassDef<MethodDef> = {
  name: 'ReflectionGenerator',
  flags: ACC_FINAL,
  handlers: {
    cloneable: false,
    freeNative: (rt, obj) => {
      const held = obj.native as PhpObject | null;
      obj.native = null;
      release(rt, held);
    },
    gcChildren: (obj, visit) => visit(obj.native as PhpObject | null),
  },
  methods: [
    method({
      name: '__construct',
      doc: 'Looks at a generator.',
      params: [p.object('generator', 'Generator')],
      returns: null,
      impl: (rt, self, generator) => {
        if (generatorData(generator).frame === null) {
          return fail(rt, 'Cannot create ReflectionGenerator based on a terminated Generator');
        }
        self.native = addRef(generator);
        return null;
      },
    }),
    generatorMethod('getExecutingLine', 'The line it stands on.', ['int'], (rt, generator) => {
      const { frame } = generatorData(currentGenerator(rt, generator));
      if (frame === null || !(frame.func instanceof OpArray)) return 0;
      return frame.func.opcodes[Math.max(0, frame.opline)]?.lineno ?? 0;
    }),
    generatorMethod('getExecutingFile', 'The file it stands in.', ['string'], (rt, generator) => {
      const { frame } = generatorData(currentGenerator(rt, generator));
      return frame !== null && frame.func instanceof OpArray ? frame.func.fileName : '';
    }),
    method({
      name: 'getTrace',
      doc: 'The backtrace of the generator.',
      params: [p.int('options', { default: 1, text: 'DEBUG_BACKTRACE_PROVIDE_OBJECT' })],
      returns: ['array'],
      impl: (rt, self) => {
        const generator = generatorOf(rt, self);
        return generator === null ? null : generatorTrace(rt, generator);
      },
    }),
    generatorMethod('getFunction', 'Its function.', ['ReflectionFunctionAbstract'], (rt, generator) => {
      const { frame } = generatorData(generator);
      if (frame === null) return null;
      const { func, closure } = frame;
      if (closure !== null || func.scope === null) return makeFunction(rt, func, closure);
      return makeMethod(rt, func.scope, func);
    }),
    generatorMethod('getThis', 'What $this is in it.', ['object', 'null'], (_rt, generator) =>
      addRef(generatorData(generator).frame?.thisObject ?? null),
    ),
    generatorMethod('getExecutingGenerator', 'The generator that runs inside of it.', ['Generator'], (rt, generator) =>
      addRef(currentGenerator(rt, generator)),
    ),
  ],
};

export const reflectorClasses: readonly ClassDef<MethodDef>[] = [
  { name: 'Reflector', flags: ACC_INTERFACE, interfaces: ['Stringable'] },
  { name: 'ReflectionException', parent: 'Exception' },
  {
    name: 'Reflection',
    methods: [
      staticMethod({
        name: 'getModifierNames',
        doc: 'The words for modifiers.',
        params: [p.int('modifiers')],
        returns: ['array'],
        impl: (_rt, _scope, modifiers) => listOf(modifierNames(modifiers)),
      }),
    ],
  },
];

export const reflectionMiscClasses: readonly ClassDef<MethodDef>[] = [referenceClass, generatorClass];
