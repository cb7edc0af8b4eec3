/**
 * filter_var and its family.
 * Source: php-src 8.2 ext/filter/filter.c, callback_filter.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { toFloat, toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import * as net from './filter-network.ts';
import * as sanitize from './filter-sanitize.ts';
import * as validate from './filter-validate.ts';
import { escapeEntities } from './html-functions.ts';
import { compilePattern, PcreScan } from './pcre-pattern.ts';
import { addSlashes } from './string-escape.ts';
import { docref, stringList, stringOf } from './string-util.ts';

const REQUIRE_ARRAY = 16777216;
const REQUIRE_SCALAR = 33554432;
const FORCE_ARRAY = 67108864;
const NULL_ON_FAILURE = 134217728;
const FLAG_NO_ENCODE_QUOTES = 128;
const CALLBACK = 1024;
const UNSAFE_RAW = 516;

/** Names of the filters in PHP's order, with their numbers. */
const FILTERS: readonly (readonly [string, number])[] = [
  ['int', 257],
  ['boolean', 258],
  ['float', 259],
  ['validate_regexp', 272],
  ['validate_domain', 277],
  ['validate_url', 273],
  ['validate_email', 274],
  ['validate_ip', 275],
  ['validate_mac', 276],
  ['string', 513],
  ['stripped', 513],
  ['encoded', 514],
  ['special_chars', 515],
  ['full_special_chars', 522],
  ['unsafe_raw', UNSAFE_RAW],
  ['email', 517],
  ['url', 518],
  ['number_int', 519],
  ['number_float', 520],
  ['add_slashes', 523],
  ['callback', CALLBACK],
];

/** What one value is filtered with. */
interface Settings {
  readonly filter: number;
  readonly flags: number;
  /** The `options` entry. */
  readonly options: Zval;
}

/** A check that failed. */
const FAILED: unique symbol = Symbol('failed');
type Filtered = Zval | typeof FAILED;

function option(settings: Settings, name: string): Zval {
  const { options } = settings;
  return options instanceof PhpArray ? deref(options.get(name)) : undefined;
}

function stringOption(settings: Settings, name: string): string | null {
  const value = option(settings, name);
  return typeof value === 'string' ? value : null;
}

function filterInt(rt: Executor, s: string, settings: Settings): Filtered {
  const n = validate.filterInt(s, settings.flags);
  if (n === null) return FAILED;
  const min = option(settings, 'min_range');
  const max = option(settings, 'max_range');
  if (min !== undefined && BigInt(n) < BigInt(toInt(rt, min))) return FAILED;
  return max !== undefined && BigInt(n) > BigInt(toInt(rt, max)) ? FAILED : n;
}

function filterFloat(rt: Executor, s: string, settings: Settings): Filtered {
  if (/^[ \t\n\r\v]*$/.test(s)) return FAILED;
  const decimal = stringOption(settings, 'decimal');
  if (decimal !== null && decimal.length !== 1) return optionError(rt, '"decimal" option must be one character long');
  const thousand = stringOption(settings, 'thousand');
  if (thousand === '') return optionError(rt, '"thousand" option must not be empty');
  const n = validate.filterFloat(s, settings.flags, { decimal: decimal ?? '.', thousand: thousand ?? "',." });
  if (n === null) return FAILED;
  const min = option(settings, 'min_range');
  const max = option(settings, 'max_range');
  if (min !== undefined && n.value < toFloat(rt, min)) return FAILED;
  return max !== undefined && n.value > toFloat(rt, max) ? FAILED : n;
}

function optionError(rt: Executor, message: string): null {
  rt.throwError('ValueError', `${rt.currentExecuteData?.func?.functionName ?? ''}(): ${message}`);
  return null;
}

function matchesRegexp(rt: Executor, s: string, settings: Settings): Filtered {
  const regexp = stringOption(settings, 'regexp');
  if (regexp === null) return optionError(rt, '"regexp" option is missing');
  const pattern = compilePattern(rt, regexp);
  if (pattern === null) return FAILED;
  const scan = new PcreScan(rt, pattern, s, 0);
  return scan.check() && scan.next() ? s : FAILED;
}

function isMac(rt: Executor, s: string, settings: Settings): Filtered {
  const separator = stringOption(settings, 'separator');
  if (separator !== null && separator.length !== 1) {
    return optionError(rt, '"separator" option must be one character long');
  }
  return net.isMac(s, separator) ? s : FAILED;
}

/** The value when a check holds. */
const when = (holds: boolean, s: string): Filtered => (holds ? s : FAILED);

type Filter = (rt: Executor, s: string, settings: Settings) => Filtered;

const IMPLEMENTATIONS: Readonly<Record<number, Filter>> = {
  257: filterInt,
  258: (_rt, s) => validate.filterBool(s) ?? FAILED,
  259: filterFloat,
  272: matchesRegexp,
  277: (_rt, s, { flags }) => when(net.isDomain(s, (flags & net.FLAG_HOSTNAME) !== 0), s),
  273: (_rt, s, { flags }) => when(validate.isUrl(s, flags), s),
  274: (_rt, s, { flags }) => when(net.isEmail(s, (flags & net.FLAG_HOSTNAME) !== 0), s),
  275: (_rt, s, { flags }) => when(net.isIp(s, flags), s),
  276: isMac,
  513: (_rt, s, { flags }) => sanitize.sanitizeString(s, flags),
  514: (_rt, s, { flags }) => sanitize.sanitizeEncoded(s, flags),
  515: (_rt, s, { flags }) => sanitize.sanitizeSpecialChars(s, flags),
  522: (rt, s, { flags }) => escapeEntities(rt, s, (flags & FLAG_NO_ENCODE_QUOTES) === 0 ? 3 : 0),
  516: (_rt, s, { flags }) => sanitize.unsafeRaw(s, flags),
  517: (_rt, s) => sanitize.keepEmail(s),
  518: (_rt, s) => sanitize.keepUrl(s),
  519: (_rt, s) => sanitize.keepInt(s),
  520: (_rt, s, { flags }) => sanitize.keepFloat(s, flags),
  523: (_rt, s) => addSlashes(s),
};

/** What stands for a failure. */
function failure(flags: number): null | false {
  return (flags & NULL_ON_FAILURE) === 0 ? false : null;
}

function* byCallback(rt: Executor, s: string, settings: Settings): NativeCode<Zval> {
  const callable = settings.options === undefined ? null : rt.resolveCallable(settings.options);
  if (callable === null) {
    const name = rt.currentExecuteData?.func?.functionName ?? '';
    return rt.throwError('TypeError', `${name}(): Option must be a valid callback`);
  }
  return yield* call(callable, [s]);
}

/** php_zval_filter: an owned result. */
function* filterScalar(rt: Executor, value: Zval, settings: Settings): NativeCode<Zval> {
  const { filter, flags } = settings;
  let result: Filtered;
  if (value instanceof PhpObject && value.ce.magic.toString === null) result = FAILED;
  else {
    const s = yield* stringOf(rt, value);
    if (s === null) return null;
    if (filter === CALLBACK) result = yield* byCallback(rt, s, settings);
    else result = (IMPLEMENTATIONS[filter] ?? (IMPLEMENTATIONS[UNSAFE_RAW] as Filter))(rt, s, settings);
    if (rt.exception !== null) return null;
  }
  const out: Zval = result === FAILED ? failure(flags) : result;
  const fallback = out === failure(flags) ? option(settings, 'default') : undefined;
  return fallback === undefined ? out : addRef(fallback);
}

function* filterArray(rt: Executor, array: PhpArray, settings: Settings): NativeCode<Zval> {
  const out = new PhpArray();
  for (const [key, held] of [...array.entries()]) {
    const value = deref(held);
    const filtered =
      value instanceof PhpArray ? yield* filterArray(rt, value, settings) : yield* filterScalar(rt, value, settings);
    if (rt.exception !== null) {
      release(rt, out);
      return null;
    }
    out.set(key, filtered);
  }
  return out;
}

/** Flags that say nothing about arrays want a scalar. */
function withShape(flags: number): number {
  return (flags & (REQUIRE_ARRAY | FORCE_ARRAY)) === 0 ? flags | REQUIRE_SCALAR : flags;
}

/** php_filter_call's arguments: a number of flags (of the filter in a definition), or an array. */
function settingsOf(rt: Executor, filter: number | null, args: Zval, flags: number): Settings {
  if (args === undefined) return { filter: filter ?? UNSAFE_RAW, flags, options: undefined };
  if (!(args instanceof PhpArray)) {
    const n = Number(toInt(rt, args));
    if (filter === null) return { filter: n, flags, options: undefined };
    return { filter, flags: withShape(n), options: undefined };
  }
  const own = deref(args.get('filter'));
  const chosen = own === undefined ? (filter ?? UNSAFE_RAW) : Number(toInt(rt, own));
  const given = deref(args.get('flags'));
  const options = deref(args.get('options'));
  const all = given === undefined ? flags : withShape(Number(toInt(rt, given)));
  if (chosen === CALLBACK) return { filter: chosen, flags: options === undefined ? all : 0, options };
  return { filter: chosen, flags: all, options: options instanceof PhpArray ? options : undefined };
}

/** php_filter_call */
function* filterValue(rt: Executor, value: Zval, settings: Settings): NativeCode<Zval> {
  const { flags } = settings;
  if (value instanceof PhpArray) {
    return (flags & REQUIRE_SCALAR) === 0 ? yield* filterArray(rt, value, settings) : failure(flags);
  }
  if ((flags & REQUIRE_ARRAY) !== 0) return failure(flags);
  const out = yield* filterScalar(rt, value, settings);
  return (flags & FORCE_ARRAY) === 0 || rt.exception !== null ? out : PhpArray.fromList([out]);
}

function knownFilter(rt: Executor, id: number): boolean {
  if ((id >= 512 && id <= 523) || (id >= 256 && id <= 277) || id === CALLBACK) return true;
  docref(rt, E_WARNING, `Unknown filter with ID ${id}`);
  return false;
}

/** php_filter_array_handler */
function* filterByDefinition(rt: Executor, input: PhpArray, definition: Zval, addEmpty: boolean): NativeCode<Zval> {
  if (!(definition instanceof PhpArray)) {
    const filter = definition === undefined ? UNSAFE_RAW : Number(toInt(rt, definition));
    return yield* filterValue(rt, input, { filter, flags: REQUIRE_ARRAY, options: undefined });
  }
  const out = new PhpArray();
  for (const [key, held] of [...definition.entries()]) {
    if (typeof key !== 'string' || key === '') {
      const argument = typeof key === 'string' ? 'cannot contain empty keys' : 'must contain only string keys';
      release(rt, out);
      return typeof key === 'string' ? rt.argumentValueError(2, argument) : rt.argumentTypeError(2, argument);
    }
    const value = input.get(key);
    if (value === undefined) {
      if (addEmpty) out.set(key, null);
      continue;
    }
    const settings = settingsOf(rt, null, deref(held), REQUIRE_SCALAR);
    const filtered = yield* filterValue(rt, deref(value), settings);
    if (rt.exception !== null) {
      release(rt, out);
      return null;
    }
    out.set(key, filtered);
  }
  return out;
}

const INPUTS: Readonly<Record<number, string>> = { 0: '_POST', 1: '_GET', 2: '_COOKIE', 4: '_ENV', 5: '_SERVER' };

/** What the request brought; null when nothing of that kind. On the command line only the server's variables. */
function inputOf(rt: Executor, type: number): PhpArray | null | undefined {
  const name = INPUTS[type];
  if (name === undefined) {
    rt.argumentValueError(1, 'must be an INPUT_* constant');
    return undefined;
  }
  const held = type === 5 ? deref(rt.symbolTable.get(name)) : null;
  if (!(held instanceof PhpArray)) return null;
  const out = new PhpArray();
  for (const [key, value] of held.entries()) if (typeof deref(value) === 'string') out.set(key, value);
  return out;
}

/** filter_input of what is not there: null and false change places with FILTER_NULL_ON_FAILURE. */
function absentInput(rt: Executor, args: Zval): Zval {
  const given = args instanceof PhpArray ? deref(args.get('flags')) : args;
  const options = args instanceof PhpArray ? deref(args.get('options')) : undefined;
  const fallback = options instanceof PhpArray ? deref(options.get('default')) : undefined;
  if (fallback !== undefined) return addRef(fallback);
  return (Number(toInt(rt, given ?? 0)) & NULL_ON_FAILURE) === 0 ? null : false;
}

const optionsParam = p.union('options', ['array', 'int'], { default: 0 });
const definitionParam = p.union('options', ['array', 'int'], {
  default: UNSAFE_RAW,
  text: 'FILTER_DEFAULT',
});
const filterParam = p.int('filter', { default: UNSAFE_RAW, text: 'FILTER_DEFAULT' });

export const filterFunctions: readonly FunctionDef[] = [
  fn({
    name: 'filter_has_var',
    doc: 'Whether the request brought a variable.',
    params: [p.int('input_type'), p.string('var_name')],
    returns: ['bool'],
    impl: (rt, type, name) => {
      const input = inputOf(rt, type);
      return input === undefined ? null : input?.get(name) !== undefined && input !== null;
    },
  }),
  fn({
    name: 'filter_input',
    doc: 'A variable that the request brought, filtered.',
    params: [p.int('type'), p.string('var_name'), filterParam, optionsParam],
    returns: ['mixed'],
    *impl(rt, type, name, filter, options) {
      if (!knownFilter(rt, filter)) return false;
      const input = inputOf(rt, type);
      if (input === undefined) return null;
      const value = deref(input?.get(name));
      if (value === undefined) return absentInput(rt, options);
      return yield* filterValue(rt, value, settingsOf(rt, filter, options, REQUIRE_SCALAR));
    },
  }),
  fn({
    name: 'filter_var',
    doc: 'A value, filtered.',
    params: [p.mixed('value'), filterParam, optionsParam],
    returns: ['mixed'],
    *impl(rt, value, filter, options) {
      if (!knownFilter(rt, filter)) return false;
      return yield* filterValue(rt, value, settingsOf(rt, filter, options, REQUIRE_SCALAR));
    },
  }),
  fn({
    name: 'filter_input_array',
    doc: 'Variables that the request brought, filtered by a definition.',
    params: [p.int('type'), definitionParam, p.bool('add_empty', { default: true })],
    returns: ['array', 'false', 'null'],
    *impl(rt, type, definition, addEmpty) {
      if (!(definition instanceof PhpArray) && !knownFilter(rt, Number(definition))) return false;
      const input = inputOf(rt, type);
      if (input === undefined) return null;
      if (input === null) return absentInput(rt, definition instanceof PhpArray ? definition : 0);
      return yield* filterByDefinition(rt, input, definition, addEmpty);
    },
  }),
  fn({
    name: 'filter_var_array',
    doc: 'The elements of an array, filtered by a definition.',
    params: [p.array('array'), definitionParam, p.bool('add_empty', { default: true })],
    returns: ['array', 'false', 'null'],
    *impl(rt, array, definition, addEmpty) {
      if (!(definition instanceof PhpArray) && !knownFilter(rt, Number(definition))) return false;
      return yield* filterByDefinition(rt, array, definition, addEmpty);
    },
  }),
  fn({
    name: 'filter_list',
    doc: 'The names of the filters.',
    params: [],
    returns: ['array'],
    impl: () => stringList(FILTERS.map(([name]) => name)),
  }),
  fn({
    name: 'filter_id',
    doc: 'The number of a filter by name.',
    params: [p.string('name')],
    returns: ['int', 'false'],
    impl: (_rt, name) => FILTERS.find(([known]) => known === name)?.[1] ?? false,
  }),
];
