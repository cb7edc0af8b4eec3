/**
 * Exception, Error and the standard classes below them.
 * Source: php-src 8.2 Zend/zend_exceptions.c, ext/spl/spl_exceptions.c
 */
import {
  ACC_PRIVATE,
  ACC_PROTECTED,
  MAY_BE_ARRAY,
  MAY_BE_LONG,
  MAY_BE_NULL,
  MAY_BE_STRING,
} from '../bytecode/type-flags.ts';
import type { ClassDef, PropertyDef } from '../object/class-def.ts';
import {
  exceptionSlot,
  SLOT_CODE,
  SLOT_FILE,
  SLOT_LINE,
  SLOT_MESSAGE,
  SLOT_PREVIOUS,
  SLOT_SEVERITY,
  SLOT_STRING,
  SLOT_TRACE,
} from '../object/exception-slots.ts';
import { exceptionToString, exceptionTrace, initException } from '../object/throwable.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { type Zval, addRef } from '../value/zval.ts';
import { answerBare } from '../vm/bare-call.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';

/** A parameter that leaves the property's default alone when it is not passed; reflection shows the default. */
function unlessOmitted<T>(param: Param<T>, text: string): Param<T | undefined> {
  return { ...param, optional: true, defaultValue: undefined, defaultText: text } as Param<T | undefined>;
}

function setSlot(rt: Executor, obj: PhpObject, slot: number, value: Zval): void {
  const old = obj.props[slot];
  obj.props[slot] = addRef(value);
  release(rt, old);
}

/** Sets what was passed to a constructor. */
function initialize(
  rt: Executor,
  self: PhpObject,
  message: string | undefined,
  code: number | undefined,
  previous: PhpObject | null | undefined,
): void {
  if (message !== undefined) setSlot(rt, self, SLOT_MESSAGE, message);
  if (code !== undefined && code !== 0) setSlot(rt, self, SLOT_CODE, code);
  if (previous !== undefined && previous !== null) setSlot(rt, self, SLOT_PREVIOUS, previous);
}

const previousParam: Param<PhpObject | null> = p.nullable(p.object('previous', 'Throwable'), { default: null });

function getter(name: string, doc: string, slot: number, returns: readonly string[] | null): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    final: true,
    tentative: false,
    bare: {
      numArgs: 0,
      run: (vm, ex, self, info, _arg, into) =>
        answerBare(vm, ex, self, info, into, addRef(exceptionSlot(self as PhpObject, slot))),
    },
    impl: (_rt, self) => addRef(exceptionSlot(self, slot)),
  });
}

const baseMethods: readonly MethodDef[] = [
  method({
    name: '__clone',
    doc: 'Throwables cannot be cloned.',
    params: [],
    returns: ['void'],
    visibility: 'private',
    tentative: false,
    impl: () => null,
  }),
  method({
    name: '__construct',
    doc: 'Creates a throwable.',
    params: [unlessOmitted(p.string('message'), '""'), unlessOmitted(p.int('code'), '0'), previousParam],
    returns: null,
    impl: (rt, self, message, code, previous) => {
      initialize(rt, self, message, code, previous);
      return null;
    },
  }),
  method({
    name: '__wakeup',
    doc: 'Repairs the properties after unserialize().',
    params: [],
    returns: ['void'],
    impl: () => null,
  }),
  getter('getMessage', 'The message.', SLOT_MESSAGE, ['string']),
  getter('getCode', 'The code.', SLOT_CODE, null),
  getter('getFile', 'The file in which it was created.', SLOT_FILE, ['string']),
  getter('getLine', 'The line on which it was created.', SLOT_LINE, ['int']),
  getter('getTrace', 'The stack trace.', SLOT_TRACE, ['array']),
  getter('getPrevious', 'The throwable that came before.', SLOT_PREVIOUS, ['Throwable', 'null']),
  method({
    name: 'getTraceAsString',
    doc: 'The stack trace as text.',
    params: [],
    returns: ['string'],
    final: true,
    tentative: false,
    impl: (rt, self) => exceptionTrace(rt, self),
  }),
  method({
    name: '__toString',
    doc: 'The throwable with its trace and those before it as text.',
    params: [],
    returns: ['string'],
    tentative: false,
    *impl(rt, self): NativeCode {
      const text = yield* exceptionToString(rt, self);
      if (text === null) return null;
      setSlot(rt, self, SLOT_STRING, text);
      return text;
    },
  }),
];

/** The properties of Exception and Error, in the order of exception-slots.ts. */
function baseProperties(): PropertyDef[] {
  return [
    { name: 'message', flags: ACC_PROTECTED, type: null, default: '' },
    { name: 'string', flags: ACC_PRIVATE, type: { mask: MAY_BE_STRING, classes: [] }, default: '' },
    { name: 'code', flags: ACC_PROTECTED, type: null, default: 0 },
    { name: 'file', flags: ACC_PROTECTED, type: { mask: MAY_BE_STRING, classes: [] }, default: '' },
    { name: 'line', flags: ACC_PROTECTED, type: { mask: MAY_BE_LONG, classes: [] }, default: undefined },
    { name: 'trace', flags: ACC_PRIVATE, type: { mask: MAY_BE_ARRAY, classes: [] }, default: new PhpArray() },
    { name: 'previous', flags: ACC_PRIVATE, type: { mask: MAY_BE_NULL, classes: ['Throwable'] }, default: null },
  ];
}

function base(name: string): ClassDef<MethodDef> {
  return {
    name,
    interfaces: ['Throwable'],
    properties: baseProperties(),
    methods: baseMethods,
    handlers: { cloneable: false },
    createObject: initException,
  };
}

const errorException: ClassDef<MethodDef> = {
  name: 'ErrorException',
  parent: 'Exception',
  properties: [{ name: 'severity', flags: ACC_PROTECTED, type: { mask: MAY_BE_LONG, classes: [] }, default: 1 }],
  methods: [
    method({
      name: '__construct',
      doc: 'Creates an exception for a PHP error.',
      params: [
        unlessOmitted(p.string('message'), '""'),
        unlessOmitted(p.int('code'), '0'),
        p.int('severity', { default: 1, text: 'E_ERROR' }),
        p.nullable(p.string('filename'), { default: null }),
        p.nullable(p.int('line'), { default: null }),
        previousParam,
      ],
      returns: null,
      impl: (rt, self, message, code, severity, filename, line, previous) => {
        initialize(rt, self, message, code, previous);
        setSlot(rt, self, SLOT_SEVERITY, severity);
        if (filename !== null) setSlot(rt, self, SLOT_FILE, filename);
        if (line !== null) setSlot(rt, self, SLOT_LINE, line);
        else if (filename !== null) setSlot(rt, self, SLOT_LINE, 0);
        return null;
      },
    }),
    getter('getSeverity', 'The severity (an E_* number).', SLOT_SEVERITY, ['int']),
  ],
};

/** name -> parent, parents first. */
const DERIVED: readonly (readonly [name: string, parent: string])[] = [
  ['CompileError', 'Error'],
  ['ParseError', 'CompileError'],
  ['TypeError', 'Error'],
  ['ArgumentCountError', 'TypeError'],
  ['ValueError', 'Error'],
  ['ArithmeticError', 'Error'],
  ['DivisionByZeroError', 'ArithmeticError'],
  ['UnhandledMatchError', 'Error'],
  ['ClosedGeneratorException', 'Exception'],
  ['LogicException', 'Exception'],
  ['BadFunctionCallException', 'LogicException'],
  ['BadMethodCallException', 'BadFunctionCallException'],
  ['DomainException', 'LogicException'],
  ['InvalidArgumentException', 'LogicException'],
  ['LengthException', 'LogicException'],
  ['OutOfRangeException', 'LogicException'],
  ['RuntimeException', 'Exception'],
  ['OutOfBoundsException', 'RuntimeException'],
  ['OverflowException', 'RuntimeException'],
  ['RangeException', 'RuntimeException'],
  ['UnderflowException', 'RuntimeException'],
  ['UnexpectedValueException', 'RuntimeException'],
  ['Random\\RandomError', 'Error'],
  ['Random\\BrokenRandomEngineError', 'Random\\RandomError'],
  ['Random\\RandomException', 'Exception'],
];

/** All of them, for one engine (the default trace array is its own). */
export function coreExceptions(): readonly ClassDef<MethodDef>[] {
  return [
    base('Exception'),
    errorException,
    base('Error'),
    ...DERIVED.map(([name, parent]): ClassDef<MethodDef> => ({ name, parent })),
  ];
}
