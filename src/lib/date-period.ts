/**
 * DatePeriod: dates at equal intervals.
 * Source: php-src 8.2 ext/date/php_date.c (date_period_*), php_date.stub.php
 */
import { ACC_PUBLIC, MAY_BE_BOOL, MAY_BE_LONG, MAY_BE_NULL } from '../bytecode/type-flags.ts';
import type { ClassDef, PropertyDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { BP_VAR_IS, BP_VAR_R, type ClassHandlers, type ObjectIterator } from '../object/class-handlers.ts';
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { stdHasProperty, stdReadProperty, stdUnsetProperty, stdWriteProperty } from '../object/property-slow.ts';
import type { Runtime } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { addInterval, type Interval } from './date/interval.ts';
import type { Moment } from './date/resolve.ts';
import {
  createWith,
  DateState,
  fillInterval,
  intervalOfObject,
  IntervalState,
  momentOfObject,
} from './date-objects.ts';
import { createInternalIterator } from './internal-iterator.ts';
import { constructPeriod } from './date-period-arguments.ts';
import { intervalText, type NewPeriod, type PeriodState } from './date-period-state.ts';
import { type MethodDef, method, p, staticMethod } from './define.ts';

const DATE = { mask: MAY_BE_NULL, classes: ['DateTimeInterface'] };

/** In the order of their slots. */
const NAMES = ['start', 'current', 'end', 'interval', 'recurrences', 'include_start_date', 'include_end_date'] as const;
const SLOT_CURRENT = 1;

const TYPES: readonly PropertyDef['type'][] = [
  DATE,
  DATE,
  DATE,
  { mask: MAY_BE_NULL, classes: ['DateInterval'] },
  { mask: MAY_BE_LONG, classes: [] },
  { mask: MAY_BE_BOOL, classes: [] },
  { mask: MAY_BE_BOOL, classes: [] },
];

function stateOf(rt: Executor, self: PhpObject): PeriodState | null {
  if (self.native !== null) return self.native as PeriodState;
  return rt.throwError('Error', 'The DatePeriod object has not been correctly initialized by its constructor');
}

function dateObject(rt: Executor, state: PeriodState, moment: Moment | null): PhpObject | null {
  return moment === null ? null : createWith(rt, state.startClass, new DateState(moment));
}

function intervalObject(rt: Executor, interval: Interval, text: string | null): PhpObject {
  const obj = rt.newObject(rt.classOf('DateInterval'));
  if (interval.special !== null && text !== null) {
    obj.native = new IntervalState(interval.special, text);
    obj.dyn = PhpArray.fromEntries([
      ['from_string', true],
      ['date_string', text],
    ]);
  } else fillInterval(obj, interval);
  return obj;
}

function setSlot(rt: Executor, self: PhpObject, slot: number, value: Zval): void {
  const old = self.props[slot];
  self.props[slot] = value;
  release(rt, old);
}

/** initialize_date_period_properties */
function setPeriod(rt: Executor, self: PhpObject, state: NewPeriod): void {
  self.native = state;
  const values: Zval[] = [
    dateObject(rt, state, state.start),
    dateObject(rt, state, state.current),
    dateObject(rt, state, state.end),
    intervalObject(rt, state.interval, state.text),
    state.recurrences,
    state.includeStart,
    state.includeEnd,
  ];
  values.forEach((value, slot) => setSlot(rt, self, slot, value));
}

/** get_base_date_class: DateTime or DateTimeImmutable. */
function baseClass(rt: Executor, ce: ClassEntry): ClassEntry {
  const immutable = rt.classOf('DateTimeImmutable');
  return instanceOf(ce, immutable) ? immutable : rt.classOf('DateTime');
}

/** The moving part of a foreach. */
function periodIterator(rt: Executor, self: PhpObject, state: PeriodState): ObjectIterator {
  let index = 0;
  addRef(self);
  // a period moves the clock on the wall, whatever made its interval
  const step = { ...state.interval, wall: false };
  const after = (moment: Moment): Moment => addInterval(moment, step, 1);
  return {
    *rewind(): NativeCode<void> {
      index = 0;
      state.current = state.includeStart ? state.start : after(state.start);
    },
    *valid(): NativeCode<boolean> {
      const { current, end } = state;
      if (current === null) return false;
      if (end === null) return index < state.recurrences;
      if (current.timestamp !== end.timestamp) return current.timestamp < end.timestamp;
      return state.includeEnd || current.micros < end.micros;
    },
    *current(): NativeCode {
      const { current, startClass } = state;
      return current === null ? null : createWith(rt, baseClass(rt, startClass), new DateState(current));
    },
    *key(): NativeCode {
      return index;
    },
    *next(): NativeCode<void> {
      index++;
      if (state.current === null) return;
      state.current = after(state.current);
      setSlot(rt, self, SLOT_CURRENT, dateObject(rt, state, state.current));
    },
    free(): void {
      release(rt, self);
    },
  };
}

function owns(name: string): boolean {
  return (NAMES as readonly string[]).includes(name);
}

function refuse(rt: Runtime, name: string): null {
  return rt.throwError('Error', `Cannot modify readonly property DatePeriod::$${name}`);
}

const handlers: Partial<ClassHandlers> = {
  ownsProperty: (_rt, _obj, name) => owns(name),
  *readProperty(rt, obj, name, mode) {
    if (owns(name) && mode !== BP_VAR_R && mode !== BP_VAR_IS) return refuse(rt, name);
    return yield* stdReadProperty(rt, obj, name, mode, rt.executedScope());
  },
  *writeProperty(rt, obj, name, value) {
    if (owns(name)) return refuse(rt, name) ?? undefined;
    return yield* stdWriteProperty(rt, obj, name, value, rt.executedScope(), rt.executedStrictTypes());
  },
  *hasProperty(rt, obj, name, check) {
    return yield* stdHasProperty(rt, obj, name, check, rt.executedScope());
  },
  *unsetProperty(rt, obj, name) {
    yield* stdUnsetProperty(rt, obj, name, rt.executedScope());
  },
  cloneNative: (_rt, from, to) => {
    if (from.native !== null) to.native = { ...(from.native as PeriodState) };
  },
};

/** The state of the array that serialization made; null when it is none. */
function stateOfArray(rt: Executor, data: PhpArray): NewPeriod | null {
  const at = (name: (typeof NAMES)[number]): Zval => deref(data.getStr(name));
  const [start, current, end, interval] = [at('start'), at('current'), at('end'), at('interval')];
  const recurrences = at('recurrences');
  const [includeStart, includeEnd] = [at('include_start_date'), at('include_end_date')];
  const isDate = (v: Zval): v is PhpObject => v instanceof PhpObject && v.native instanceof DateState;
  const isDateOrNull = (v: Zval): boolean => v === null || isDate(v);
  if (!isDate(start) || !isDateOrNull(end) || !isDateOrNull(current)) return null;
  if (!(interval instanceof PhpObject) || !instanceOf(interval.ce, rt.classOf('DateInterval'))) return null;
  if (typeof recurrences !== 'number' || recurrences < 0 || recurrences > 0x7fffffff) return null;
  if (typeof includeStart !== 'boolean' || typeof includeEnd !== 'boolean') return null;
  return {
    start: momentOfObject(rt, start) as Moment,
    startClass: start.ce,
    end: isDate(end) ? momentOfObject(rt, end) : null,
    current: isDate(current) ? momentOfObject(rt, current) : null,
    interval: intervalOfObject(rt, interval),
    text: intervalText(interval),
    recurrences,
    includeStart,
    includeEnd,
  };
}

function restorePeriod(rt: Executor, self: PhpObject, data: PhpArray): null {
  const state = stateOfArray(rt, data);
  if (state === null) return rt.throwError('Error', 'Invalid serialization data for DatePeriod object');
  setPeriod(rt, self, state);
  return null;
}

function periodArray(self: PhpObject): PhpArray {
  const out = new PhpArray();
  NAMES.forEach((name, slot) => out.setStr(name, addRef(self.props[slot] ?? null)));
  return out;
}

const methods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'The dates from a start to an end, or so many of them, or those of an ISO 8601 text.',
    params: [
      p.untyped('start'),
      p.optional(p.untyped('interval')),
      p.optional(p.untyped('end')),
      p.optional(p.untyped('options')),
    ],
    returns: null,
    *impl(rt, self, ...args): NativeCode {
      const state = yield* constructPeriod(rt, args);
      if (state !== null) setPeriod(rt, self, state);
      return null;
    },
  }),
  method({
    name: 'getStartDate',
    doc: 'The first date.',
    params: [],
    returns: ['DateTimeInterface'],
    impl: (rt, self) => {
      const state = stateOf(rt, self);
      return state === null ? null : dateObject(rt, state, state.start);
    },
  }),
  method({
    name: 'getEndDate',
    doc: 'The date before which it ends, if there is one.',
    params: [],
    returns: ['DateTimeInterface', 'null'],
    impl: (rt, self) => {
      const state = stateOf(rt, self);
      return state === null ? null : dateObject(rt, state, state.end);
    },
  }),
  method({
    name: 'getDateInterval',
    doc: 'The interval.',
    params: [],
    returns: ['DateInterval'],
    impl: (rt, self) => {
      const state = stateOf(rt, self) as NewPeriod | null;
      return state === null ? null : intervalObject(rt, state.interval, state.text);
    },
  }),
  method({
    name: 'getRecurrences',
    doc: 'How many times the interval is repeated; null when there is an end.',
    params: [],
    returns: ['int', 'null'],
    impl: (rt, self) => {
      const state = stateOf(rt, self);
      if (state === null) return null;
      return state.recurrences - Number(state.includeStart) - Number(state.includeEnd) || null;
    },
  }),
  method({
    name: '__serialize',
    doc: 'The period as an array.',
    params: [],
    returns: ['array'],
    tentative: false,
    impl: (rt, self) => (stateOf(rt, self) === null ? null : periodArray(self)),
  }),
  method({
    name: '__unserialize',
    doc: 'Takes the period of an array.',
    params: [p.array('data')],
    returns: ['void'],
    tentative: false,
    impl: (rt, self, data) => restorePeriod(rt, self, data),
  }),
  method({
    name: '__wakeup',
    doc: 'Takes the period of the properties that an older text was unserialized into.',
    params: [],
    returns: ['void'],
    impl: (rt, self) => {
      if (self.native !== null) return null;
      const data = periodArray(self);
      restorePeriod(rt, self, data);
      release(rt, data);
      return null;
    },
  }),
  staticMethod({
    name: '__set_state',
    doc: 'The period of an array, as var_export() writes it.',
    params: [p.array('array')],
    returns: ['DatePeriod'],
    *impl(rt, scope, array) {
      const obj = yield* rt.initObject(scope);
      if (obj !== null) restorePeriod(rt, obj, array);
      return obj;
    },
  }),
  method({
    name: 'getIterator',
    doc: 'An iterator over the dates.',
    params: [],
    returns: ['Iterator'],
    tentative: false,
    impl: (rt, self) => createInternalIterator(rt, self),
  }),
];

export const datePeriodClass: ClassDef<MethodDef> = {
  name: 'DatePeriod',
  interfaces: ['IteratorAggregate'],
  constants: [
    { name: 'EXCLUDE_START_DATE', value: 1 },
    { name: 'INCLUDE_END_DATE', value: 2 },
  ],
  properties: NAMES.map((name, i) => ({ name, flags: ACC_PUBLIC, type: TYPES[i] ?? null, default: undefined })),
  handlers,
  *getIterator(rt, obj, byRef): NativeCode<ObjectIterator | null> {
    if (byRef) return rt.throwError('Error', 'An iterator cannot be used with foreach by reference');
    if (obj.native === null) return rt.throwError('Error', 'DatePeriod has not been initialized correctly');
    return periodIterator(rt as Executor, obj, obj.native as PeriodState);
  },
  methods,
};
