/**
 * json_encode, json_decode and their classes.
 * Source: php-src ext/json/json.c, json.stub.php
 */
import { ACC_INTERFACE } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import { createException } from '../vm/exceptions.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, method, p } from './define.ts';
import * as J from './json-constants.ts';
import { JsonDecoder } from './json-decoder.ts';
import { JsonEncoder } from './json-encoder.ts';

const MESSAGES: Readonly<Record<number, string>> = {
  [J.JSON_ERROR_NONE]: 'No error',
  [J.JSON_ERROR_DEPTH]: 'Maximum stack depth exceeded',
  [J.JSON_ERROR_STATE_MISMATCH]: 'State mismatch (invalid or malformed JSON)',
  [J.JSON_ERROR_CTRL_CHAR]: 'Control character error, possibly incorrectly encoded',
  [J.JSON_ERROR_SYNTAX]: 'Syntax error',
  [J.JSON_ERROR_UTF8]: 'Malformed UTF-8 characters, possibly incorrectly encoded',
  [J.JSON_ERROR_RECURSION]: 'Recursion detected',
  [J.JSON_ERROR_INF_OR_NAN]: 'Inf and NaN cannot be JSON encoded',
  [J.JSON_ERROR_UNSUPPORTED_TYPE]: 'Type is not supported',
  [J.JSON_ERROR_INVALID_PROPERTY_NAME]: 'The decoded property name is invalid',
  [J.JSON_ERROR_UTF16]: 'Single unpaired UTF-16 surrogate in unicode escape',
  [J.JSON_ERROR_NON_BACKED_ENUM]: 'Non-backed enums have no default serialization',
};

/** JSON_G(error_code) */
function lastError(rt: Executor): { code: number } {
  return rt.moduleState('json', () => ({ code: 0 }));
}

function throwJson(rt: Executor, code: number): null {
  return rt.throwObject(createException(rt, rt.classOf('JsonException'), MESSAGES[code] ?? 'Unknown error', code));
}

function* encode(rt: Executor, value: Zval, flags: number, depth: number): NativeCode {
  const encoder = new JsonEncoder(rt, flags, depth);
  yield* encoder.value(value);
  if (rt.exception !== null) return null;
  const partial = (flags & J.JSON_PARTIAL_OUTPUT_ON_ERROR) !== 0;
  if ((flags & J.JSON_THROW_ON_ERROR) !== 0 && !partial) {
    return encoder.error === J.JSON_ERROR_NONE ? encoder.text : throwJson(rt, encoder.error);
  }
  lastError(rt).code = encoder.error;
  return encoder.error === J.JSON_ERROR_NONE || partial ? encoder.text : false;
}

function decode(rt: Executor, json: string, associative: boolean | null, depth: number, options: number): Zval {
  const throws = (options & J.JSON_THROW_ON_ERROR) !== 0;
  if (!throws) lastError(rt).code = J.JSON_ERROR_NONE;
  if (json === '') {
    if (throws) return throwJson(rt, J.JSON_ERROR_SYNTAX);
    lastError(rt).code = J.JSON_ERROR_SYNTAX;
    return null;
  }
  if (depth <= 0) return rt.argumentValueError(3, 'must be greater than 0');
  if (depth > 2147483647) return rt.argumentValueError(3, 'must be less than 2147483647');
  // for compatibility the bool wins over the flag
  const base = options & ~J.JSON_OBJECT_AS_ARRAY;
  const flags = associative === null ? options : associative ? base | J.JSON_OBJECT_AS_ARRAY : base;
  const decoder = new JsonDecoder(rt, json, flags, depth);
  const value = decoder.parse();
  if (decoder.error !== J.JSON_ERROR_NONE) {
    if (throws) return throwJson(rt, decoder.error);
    lastError(rt).code = decoder.error;
  }
  return value;
}

export const jsonFunctions: readonly FunctionDef[] = [
  fn({
    name: 'json_encode',
    doc: 'A value as JSON.',
    params: [p.mixed('value'), p.int('flags', { default: 0 }), p.int('depth', { default: 512 })],
    returns: ['string', 'false'],
    impl: encode,
  }),
  fn({
    name: 'json_decode',
    doc: 'The value that JSON stands for.',
    params: [
      p.string('json'),
      p.nullable(p.bool('associative'), { default: null }),
      p.int('depth', { default: 512 }),
      p.int('flags', { default: 0 }),
    ],
    returns: ['mixed'],
    impl: decode,
  }),
  fn({
    name: 'json_last_error',
    doc: 'The error of the last json call.',
    params: [],
    returns: ['int'],
    impl: (rt) => lastError(rt).code,
  }),
  fn({
    name: 'json_last_error_msg',
    doc: 'The error of the last json call in words.',
    params: [],
    returns: ['string'],
    impl: (rt) => MESSAGES[lastError(rt).code] ?? 'Unknown error',
  }),
];

export const jsonClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'JsonSerializable',
    flags: ACC_INTERFACE,
    methods: [
      method({
        name: 'jsonSerialize',
        doc: 'What json_encode() shall encode instead of the object.',
        params: [],
        returns: ['mixed'],
      }),
    ],
  },
  { name: 'JsonException', parent: 'Exception' },
];
