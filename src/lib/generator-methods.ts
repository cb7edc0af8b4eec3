/**
 * The methods of Generator. Each does the usual case at once: what has been yielded already is shown, and a generator that
 * only has to run its own frame runs in front of the method's (src/vm/generator-direct.ts). The rest is native code.
 * Source: php-src Zend/zend_generators.c
 */
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { ensureInitialized, resumeGenerator, settledGenerator } from '../vm/generator.ts';
import { type Answer, type GeneratorData, generatorData, isPlain } from '../vm/generator-data.ts';
import { mayWait, resumeForBuiltin } from '../vm/generator-direct.ts';
import { answerCall, finishPlainCall, startInternalCall } from '../vm/internal-call.ts';
import type { DirectCall } from '../vm/internal-function.ts';
import { type MethodDef, method, p } from './define.ts';

/** What current() shows; owned. */
function* shownValue(vm: Executor, obj: PhpObject): NativeCode {
  const current = yield* settledGenerator(vm, obj);
  if (vm.exception !== null || generatorData(obj).frame === null) return null;
  return shown(generatorData(current).value);
}

/** What key() shows; owned. */
function* shownKey(vm: Executor, obj: PhpObject): NativeCode {
  const current = yield* settledGenerator(vm, obj);
  if (vm.exception !== null || generatorData(obj).frame === null) return null;
  return shown(generatorData(current).key);
}

function shown(v: Zval): Zval {
  return v === undefined ? null : addRef(deref(v));
}

export function* rewind(vm: Executor, obj: PhpObject): NativeCode<void> {
  yield* ensureInitialized(vm, obj);
  if (vm.exception === null) checkRewind(vm, generatorData(obj));
}

function checkRewind(vm: Executor, data: GeneratorData): null {
  if (!data.atFirstYield) vm.throwError('Exception', 'Cannot rewind a generator that was already run');
  return null;
}

export function* isValid(vm: Executor, obj: PhpObject): NativeCode<boolean> {
  yield* ensureInitialized(vm, obj);
  if (vm.exception !== null) return false;
  yield* settledGenerator(vm, obj);
  return generatorData(obj).frame !== null;
}

export function* next(vm: Executor, obj: PhpObject): NativeCode<void> {
  yield* ensureInitialized(vm, obj);
  if (vm.exception === null) yield* resumeGenerator(vm, obj);
}

/** Has it something to show, or is it over? Then it need not run for that. */
function isReady(data: GeneratorData): boolean {
  if (data.frame === null) return true;
  return data.value !== undefined && data.delegate === null && !data.delegateAborted;
}

/** May its frame run in front of the method's, to its first value (`begun` false) or to the next one? */
function mayRun(vm: Executor, self: PhpObject, data: GeneratorData, begun: boolean): boolean {
  return data.frame !== null && (data.value !== undefined) === begun && isPlain(data) && mayWait(vm, self);
}

/** The answer of a method that lets the generator run to its first value, and then asks for something. */
function first(ask: (data: GeneratorData) => Zval, later: (vm: Executor, obj: PhpObject) => NativeCode): Answer {
  return {
    now: ask,
    *later(vm, obj) {
      yield* resumeGenerator(vm, obj);
      generatorData(obj).atFirstYield = true;
      return vm.exception === null ? yield* later(vm, obj) : null;
    },
  };
}

const valueOf = (data: GeneratorData): Zval => (data.frame === null ? null : shown(data.value));
const keyOf = (data: GeneratorData): Zval => (data.frame === null ? null : shown(data.key));

const FIRST_VALUE: Answer = first(valueOf, shownValue);
const FIRST_KEY: Answer = first(keyOf, shownKey);
const FIRST_VALID: Answer = first((data) => data.frame !== null, isValid);
const FIRST: Answer = first(
  () => null,
  function* () {
    return null;
  },
);
const NEXT: Answer = {
  now: () => null,
  *later(vm, obj) {
    yield* resumeGenerator(vm, obj);
    return null;
  },
};
const SENT: Answer = {
  now: valueOf,
  *later(vm, obj) {
    yield* resumeGenerator(vm, obj);
    return vm.exception === null ? yield* shownValue(vm, obj) : null;
  },
};

function* valueSlowly(rt: Executor, self: PhpObject): NativeCode {
  yield* ensureInitialized(rt, self);
  return rt.exception === null ? yield* shownValue(rt, self) : null;
}

function* keySlowly(rt: Executor, self: PhpObject): NativeCode {
  yield* ensureInitialized(rt, self);
  return rt.exception === null ? yield* shownKey(rt, self) : null;
}

function* answerNull(code: NativeCode<void>): NativeCode {
  yield* code;
  return null;
}

function* sendSlowly(rt: Executor, self: PhpObject, value: Zval): NativeCode {
  yield* ensureInitialized(rt, self);
  if (rt.exception !== null || generatorData(self).frame === null) return null;
  const data = generatorData(yield* settledGenerator(rt, self));
  if (rt.exception !== null) return null;
  give(data, value);
  yield* resumeGenerator(rt, self);
  return rt.exception === null ? yield* shownValue(rt, self) : null;
}

/** Makes a value (borrowed) the result of the yield where the generator stands. */
function give(data: GeneratorData, value: Zval): void {
  const { frame } = data;
  if (data.sendTarget >= 0 && !data.running && frame !== null)
    frame.slots[frame.base + data.sendTarget] = addRef(value);
}

function finishDirectly(vm: Executor, call: ExecuteData, result: Zval | NativeCode): number {
  const isScalar = typeof result !== 'object' || result === null;
  return isScalar ? finishPlainCall(vm, call, result) : answerCall(vm, call, result);
}

/** What a method of a generator that runs no user code does; compiled code calls it without the reading of arguments. */
function direct(answer: (vm: Executor, self: PhpObject) => Zval | NativeCode): DirectCall {
  return (vm, call) => {
    const self = call.thisObject;
    if (call.numArgs > 0 || self === null) return startInternalCall(vm, call);
    vm.currentExecuteData = call;
    return finishDirectly(vm, call, answer(vm, self));
  };
}

function valid(rt: Executor, self: PhpObject): Zval | NativeCode {
  const data = generatorData(self);
  if (isReady(data)) return data.frame !== null;
  return mayRun(rt, self, data, false) ? resumeForBuiltin(rt, self, data, FIRST_VALID) : isValid(rt, self);
}

function current(rt: Executor, self: PhpObject): Zval | NativeCode {
  const data = generatorData(self);
  if (isReady(data)) return valueOf(data);
  return mayRun(rt, self, data, false) ? resumeForBuiltin(rt, self, data, FIRST_VALUE) : valueSlowly(rt, self);
}

function key(rt: Executor, self: PhpObject): Zval | NativeCode {
  const data = generatorData(self);
  if (isReady(data)) return keyOf(data);
  return mayRun(rt, self, data, false) ? resumeForBuiltin(rt, self, data, FIRST_KEY) : keySlowly(rt, self);
}

function advance(rt: Executor, self: PhpObject): Zval | NativeCode {
  const data = generatorData(self);
  if (data.frame === null) return null;
  return mayRun(rt, self, data, true) ? resumeForBuiltin(rt, self, data, NEXT) : answerNull(next(rt, self));
}

function send(rt: Executor, self: PhpObject, value: Zval): Zval | NativeCode {
  const data = generatorData(self);
  if (!mayRun(rt, self, data, true)) return sendSlowly(rt, self, value);
  give(data, value);
  return resumeForBuiltin(rt, self, data, SENT);
}

function sendDirectly(vm: Executor, call: ExecuteData): number {
  const self = call.thisObject;
  const value = deref(call.slots[call.base + CALL_FRAME_SLOT]);
  if (call.numArgs !== 1 || self === null || value === undefined) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return finishDirectly(vm, call, send(vm, self, value));
}

export const generatorMethods: readonly MethodDef[] = [
  method({
    name: 'rewind',
    doc: 'Runs to the first yield; an error when the generator is already past it.',
    params: [],
    returns: ['void'],
    tentative: false,
    impl(rt, self) {
      const data = generatorData(self);
      if (isReady(data)) return checkRewind(rt, data);
      if (mayRun(rt, self, data, false)) return resumeForBuiltin(rt, self, data, FIRST);
      return answerNull(rewind(rt, self));
    },
  }),
  method({
    name: 'valid',
    doc: 'Whether the generator has not finished.',
    params: [],
    returns: ['bool'],
    tentative: false,
    direct: direct(valid),
    impl: valid,
  }),
  method({
    name: 'current',
    doc: 'The value yielded last.',
    params: [],
    returns: ['mixed'],
    tentative: false,
    direct: direct(current),
    impl: current,
  }),
  method({
    name: 'key',
    doc: 'The key yielded last.',
    params: [],
    returns: ['mixed'],
    tentative: false,
    direct: direct(key),
    impl: key,
  }),
  method({
    name: 'next',
    doc: 'Goes on to the next yield.',
    params: [],
    returns: ['void'],
    tentative: false,
    direct: direct(advance),
    impl: advance,
  }),
  method({
    name: 'send',
    doc: 'Makes a value the result of the current yield and goes on to the next one, whose value is returned.',
    params: [p.mixed('value')],
    returns: ['mixed'],
    tentative: false,
    direct: sendDirectly,
    impl: send,
  }),
  method({
    name: 'throw',
    doc: 'Throws an exception at the current yield and goes on to the next one, whose value is returned.',
    params: [p.object('exception', 'Throwable')],
    returns: ['mixed'],
    tentative: false,
    *impl(rt, self, exception) {
      yield* ensureInitialized(rt, self);
      if (rt.exception !== null) return null;
      addRef(exception);
      if (generatorData(self).frame === null) return rt.throwObject(exception);
      yield* resumeGenerator(rt, self, exception);
      return rt.exception === null ? yield* shownValue(rt, self) : null;
    },
  }),
  method({
    name: 'getReturn',
    doc: 'What the generator returned.',
    params: [],
    returns: ['mixed'],
    tentative: false,
    *impl(rt, self) {
      yield* ensureInitialized(rt, self);
      if (rt.exception !== null) return null;
      const { retval } = generatorData(self);
      if (retval === undefined) {
        return rt.throwError('Exception', "Cannot get return value of a generator that hasn't returned");
      }
      return addRef(deref(retval));
    },
  }),
];
