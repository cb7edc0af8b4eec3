/**
 * Fiber and FiberError.
 * Source: php-src 8.2 Zend/zend_fibers.stub.php, zend_fibers.c
 */
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import { ACC_FINAL, ACC_NO_DYNAMIC_PROPERTIES, ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import {
  destroyFiber,
  FiberData,
  freeFiber,
  resumeFiber,
  startFiber,
  suspendFiber,
  throwIntoFiber,
  visitFiber,
} from '../coro/fiber.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { answerCall, passedArguments, startInternalCall } from '../vm/internal-call.ts';
import { type MethodDef, method, p, staticMethod } from './define.ts';

const BLOCKED = 'Cannot switch fibers in current execution context';

function dataOf(obj: PhpObject): FiberData {
  return obj.native as FiberData;
}

function fiberError(rt: Executor, message: string): null {
  return rt.throwError('FiberError', message);
}

/** May the suspended fiber be resumed? Raises the FiberError when not. */
function mayResume(rt: Executor, data: FiberData): boolean {
  if (rt.globals.fiberSwitchBlocked > 0) fiberError(rt, BLOCKED);
  else if (data.status !== 'suspended') fiberError(rt, 'Cannot resume a fiber that is not suspended');
  else return true;
  return false;
}

function resume(rt: Executor, self: PhpObject, value: Zval): Zval | NativeCode {
  const data = dataOf(self);
  return mayResume(rt, data) ? resumeFiber(rt, self, data, addRef(value)) : null;
}

function suspend(rt: Executor, value: Zval): Zval | NativeCode {
  const fiber = rt.globals.activeFiber;
  if (fiber === null) return fiberError(rt, 'Cannot suspend outside of a fiber');
  const data = dataOf(fiber);
  if (data.destroyed) return fiberError(rt, 'Cannot suspend in a force-closed fiber');
  if (rt.globals.fiberSwitchBlocked > 0) return fiberError(rt, BLOCKED);
  return suspendFiber(rt, data, addRef(value));
}

/** The only argument (null when there is none), borrowed; undefined: the general way has to read the arguments. */
function onlyArgument(call: ExecuteData): Zval {
  if (call.numArgs === 0) return null;
  return call.numArgs === 1 ? deref(call.slots[call.base + CALL_FRAME_SLOT]) : undefined;
}

/** resume() for compiled code. */
function resumeDirectly(vm: Executor, call: ExecuteData): number {
  const value = onlyArgument(call);
  const self = call.thisObject;
  if (value === undefined || self === null) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answerCall(vm, call, resume(vm, self, value));
}

/** suspend() for compiled code. */
function suspendDirectly(vm: Executor, call: ExecuteData): number {
  const value = onlyArgument(call);
  if (value === undefined) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answerCall(vm, call, suspend(vm, value));
}

const running: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a fiber of a function; it does not run yet.',
    params: [p.callable('callback')],
    returns: null,
    link: 'fiber.construct',
    tentative: false,
    impl(rt, self, callback) {
      if (self.native instanceof FiberData) return fiberError(rt, 'Cannot call constructor twice');
      const frame = rt.currentExecuteData;
      const holder = frame === null ? undefined : passedArguments(frame)[0];
      self.native = new FiberData(callback, addRef(holder));
      return null;
    },
  }),
  method({
    name: 'start',
    doc: 'Runs the fiber until it first suspends; returns the value it suspends with.',
    params: [p.rest(p.mixed('args'))],
    returns: ['mixed'],
    link: 'fiber.start',
    tentative: false,
    impl(rt, self, args) {
      const data = dataOf(self);
      if (rt.globals.fiberSwitchBlocked > 0) return fiberError(rt, BLOCKED);
      if (data.status !== 'init') return fiberError(rt, 'Cannot start a fiber that has already been started');
      return startFiber(rt, self, data, args, rt.currentExecuteData?.extraNamedParams ?? null);
    },
  }),
  method({
    name: 'resume',
    doc: 'Goes on with the fiber; its suspend() returns the value.',
    params: [p.mixed('value', { default: null })],
    returns: ['mixed'],
    link: 'fiber.resume',
    tentative: false,
    direct: resumeDirectly,
    impl: resume,
  }),
  method({
    name: 'throw',
    doc: 'Goes on with the fiber; its suspend() throws the exception.',
    params: [p.object('exception', 'Throwable')],
    returns: ['mixed'],
    link: 'fiber.throw',
    tentative: false,
    impl(rt, self, exception) {
      const data = dataOf(self);
      return mayResume(rt, data) ? throwIntoFiber(rt, self, data, addRef(exception)) : null;
    },
  }),
];

/** A method that tells whether the fiber is in a state. */
function stateMethod(name: string, doc: string, is: (data: FiberData) => boolean): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns: ['bool'],
    link: `fiber.${name.toLowerCase()}`,
    tentative: false,
    impl: (_rt, self) => is(dataOf(self)),
  });
}

function whyNoReturn(data: FiberData): string {
  if (data.bailedOut) return 'The fiber exited with a fatal error';
  if (data.status === 'dead') return 'The fiber threw an exception';
  if (data.status === 'init') return 'The fiber has not been started';
  return 'The fiber has not returned';
}

const asking: readonly MethodDef[] = [
  stateMethod('isStarted', 'Whether start() has been called.', (data) => data.status !== 'init'),
  stateMethod('isSuspended', 'Whether the fiber is suspended.', (data) => data.status === 'suspended'),
  stateMethod(
    'isRunning',
    'Whether the fiber runs, or has resumed the one that runs.',
    (data) => data.status === 'running',
  ),
  stateMethod('isTerminated', 'Whether the fiber has returned or thrown.', (data) => data.status === 'dead'),
  method({
    name: 'getReturn',
    doc: 'What the function of a finished fiber returned.',
    params: [],
    returns: ['mixed'],
    link: 'fiber.getreturn',
    tentative: false,
    impl(rt, self) {
      const data = dataOf(self);
      if (data.status === 'dead' && !data.threw && !data.bailedOut) return addRef(data.result ?? null);
      return fiberError(rt, `Cannot get fiber return value: ${whyNoReturn(data)}`);
    },
  }),
  staticMethod({
    name: 'getCurrent',
    doc: 'The fiber that runs, null outside of any.',
    params: [],
    returns: ['Fiber', 'null'],
    link: 'fiber.getcurrent',
    tentative: false,
    impl: (rt) => addRef(rt.globals.activeFiber),
  }),
  staticMethod({
    name: 'suspend',
    doc: 'Leaves the running fiber; its resumer gets the value.',
    params: [p.mixed('value', { default: null })],
    returns: ['mixed'],
    link: 'fiber.suspend',
    tentative: false,
    direct: suspendDirectly,
    impl: (rt, _scope, value) => suspend(rt, value),
  }),
];

const fiberClass: ClassDef<MethodDef> = {
  name: 'Fiber',
  flags: ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES | ACC_NOT_SERIALIZABLE,
  methods: [...running, ...asking],
  handlers: {
    cloneable: false,
    *destroy(rt, obj) {
      if (obj.native instanceof FiberData) yield* destroyFiber(rt as Executor, obj, obj.native);
    },
    destroyRuns: (obj) => obj.native instanceof FiberData && obj.native.status === 'suspended',
    freeNative: (rt, obj) => {
      if (obj.native instanceof FiberData) freeFiber(rt as Executor, obj.native);
    },
    gcChildren: (obj, visit) => {
      if (obj.native instanceof FiberData) visitFiber(obj.native, visit);
    },
  },
};

const fiberErrorClass: ClassDef<MethodDef> = {
  name: 'FiberError',
  parent: 'Error',
  flags: ACC_FINAL,
  methods: [
    method({
      name: '__construct',
      doc: 'Only the engine makes FiberErrors.',
      params: [],
      returns: null,
      link: 'fibererror.construct',
      tentative: false,
      ignoresArguments: true,
      impl: (rt) =>
        rt.throwError(
          'Error',
          'The "FiberError" class is reserved for internal use and cannot be manually instantiated',
        ),
    }),
  ],
};

export const fiberClasses: readonly ClassDef<MethodDef>[] = [fiberErrorClass, fiberClass];
