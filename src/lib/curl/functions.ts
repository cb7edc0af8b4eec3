/** The functions of ext/curl for single transfers. Source: php-src 8.2 ext/curl/interface.c */
import type { NativeCode } from '../../object/native-code.ts';
import { toInt } from '../../value/convert.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, PhpResource, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { streamOf } from '../stream.ts';
import { writeStream } from '../stream-core.ts';
import { rawUrlDecode, rawUrlEncode } from '../url-functions.ts';
import { fillFile } from './classes.ts';
import { ERROR, ERROR_TEXTS, type OPTION } from './constants.ts';
import { CurlData, newInfo } from './handle.ts';
import { allInfo, oneInfo } from './info.ts';
import { setOption, setOptions } from './set-option.ts';
import { type Sink, transfer } from './transfer.ts';

const LINK = 'https://www.php.net/manual/en/book.curl.php';
const handle = p.object('handle', 'CurlHandle');

function newHandle(rt: Executor): { self: PhpObject; data: CurlData } {
  const self = rt.newObject(rt.classOf('CurlHandle'));
  const data = new CurlData(rt);
  self.native = data;
  return { self, data };
}

/** Calls a function of the program's with the handle and bytes; true when it took them all. */
function* callFor(rt: Executor, self: PhpObject, v: Zval, bytes: string): NativeCode<boolean> {
  const callable = rt.resolveCallable(v);
  if (callable === null) return false;
  const result = yield { kind: 'call', callable, args: [self, bytes], named: null, catches: false };
  const taken = Number(toInt(rt, deref(result)));
  rt.releaseValue(result);
  return taken === bytes.length;
}

/** Where a response goes: functions, a file, the result, or the output. */
class Receiver implements Sink {
  result = '';
  private readonly rt: Executor;
  private readonly self: PhpObject;
  private readonly data: CurlData;

  constructor(rt: Executor, self: PhpObject, data: CurlData) {
    this.rt = rt;
    this.self = self;
    this.data = data;
  }

  *header(line: string): NativeCode<boolean> {
    const callback = this.data.value('HEADERFUNCTION');
    if (callback !== undefined && !(yield* callFor(this.rt, this.self, callback, line))) return false;
    return this.data.flag('HEADER') ? yield* this.body(line) : true;
  }

  *body(bytes: string): NativeCode<boolean> {
    const { data, rt } = this;
    const callback = data.value('WRITEFUNCTION');
    if (callback !== undefined) return yield* callFor(rt, this.self, callback, bytes);
    const file = data.value('FILE');
    if (file instanceof PhpResource) {
      const stream = streamOf(rt, file);
      return stream !== null && (yield* writeStream(rt, stream, bytes)) === bytes.length;
    }
    if (data.flag('RETURNTRANSFER')) this.result += bytes;
    else {
      rt.write(bytes);
      if (rt.output.chunkFull) yield* rt.output.overflow();
    }
    return true;
  }
}

function* execute(rt: Executor, self: PhpObject): NativeCode {
  const data = self.native as CurlData;
  data.errno = 0;
  data.error = '';
  const url = data.text('URL');
  data.info = newInfo(url ?? '');
  if (url === null || url === '') return data.fail(ERROR.URL_MALFORMAT, 'No URL set');
  const receiver = new Receiver(rt, self, data);
  const held = addRef(self);
  const done = yield* transfer(rt, data, url, receiver);
  const returns = data.flag('RETURNTRANSFER') && !data.has('WRITEFUNCTION') && !data.has('FILE');
  rt.releaseValue(held);
  if (!done || rt.exception !== null) return false;
  return returns ? receiver.result : true;
}

const transferFunctions: readonly FunctionDef[] = [
  fn({
    name: 'curl_init',
    doc: 'Makes a handle.',
    params: [p.nullable(p.string('url'), { default: null })],
    returns: ['CurlHandle', 'false'],
    link: LINK,
    impl(rt, url) {
      const { self, data } = newHandle(rt);
      if (url !== null) data.set(10002 satisfies typeof OPTION.URL, url);
      return self;
    },
  }),
  fn({
    name: 'curl_setopt',
    doc: 'Sets an option.',
    params: [handle, p.int('option'), p.mixed('value')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, option, v) => setOption(rt, self.native as CurlData, option, v),
  }),
  fn({
    name: 'curl_setopt_array',
    doc: 'Sets options.',
    params: [handle, p.array('options')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, options) => setOptions(rt, self.native as CurlData, options),
  }),
  fn({
    name: 'curl_exec',
    doc: 'Makes the transfer.',
    params: [handle],
    returns: ['string', 'bool'],
    link: LINK,
    impl: (rt, self) => execute(rt, self),
  }),
  fn({
    name: 'curl_reset',
    doc: 'Forgets all options.',
    params: [handle],
    returns: ['void'],
    link: LINK,
    impl(_rt, self) {
      (self.native as CurlData).reset();
      return null;
    },
  }),
  fn({
    name: 'curl_copy_handle',
    doc: 'Another handle with the same options.',
    params: [handle],
    returns: ['CurlHandle', 'false'],
    link: LINK,
    impl(rt, from) {
      const { self, data } = newHandle(rt);
      data.copyOptions(from.native as CurlData);
      return self;
    },
  }),
  fn({
    name: 'curl_close',
    doc: 'Does nothing: a handle is closed when nobody has it any more.',
    params: [handle],
    returns: ['void'],
    link: LINK,
    impl: () => null,
  }),
];

const infoFunctions: readonly FunctionDef[] = [
  fn({
    name: 'curl_getinfo',
    doc: 'What is known of the last transfer.',
    params: [handle, p.nullable(p.int('option'), { default: null })],
    returns: ['mixed'],
    link: LINK,
    impl(_rt, self, option) {
      const data = self.native as CurlData;
      return option === null ? allInfo(data) : oneInfo(data, option);
    },
  }),
  fn({
    name: 'curl_errno',
    doc: 'The number of the last error.',
    params: [handle],
    returns: ['int'],
    link: LINK,
    impl: (_rt, self) => (self.native as CurlData).errno,
  }),
  fn({
    name: 'curl_error',
    doc: 'The text of the last error.',
    params: [handle],
    returns: ['string'],
    link: LINK,
    impl: (_rt, self) => (self.native as CurlData).error,
  }),
  fn({
    name: 'curl_strerror',
    doc: 'The text of an error number.',
    params: [p.int('error_code')],
    returns: ['string', 'null'],
    link: LINK,
    impl: (_rt, code) => ERROR_TEXTS.get(code) ?? 'Unknown error',
  }),
];

export const curlFunctions: readonly FunctionDef[] = [
  ...transferFunctions,
  ...infoFunctions,
  fn({
    name: 'curl_escape',
    doc: 'Encodes a string for a URL.',
    params: [handle, p.string('string')],
    returns: ['string', 'false'],
    link: LINK,
    impl: (_rt, _self, text) => rawUrlEncode(text),
  }),
  fn({
    name: 'curl_unescape',
    doc: 'Decodes a string of a URL.',
    params: [handle, p.string('string')],
    returns: ['string', 'false'],
    link: LINK,
    impl: (_rt, _self, text) => rawUrlDecode(text),
  }),
  fn({
    name: 'curl_file_create',
    doc: 'Names a file to upload.',
    params: [
      p.string('filename'),
      p.nullable(p.string('mime_type'), { default: null }),
      p.nullable(p.string('posted_filename'), { default: null }),
    ],
    returns: ['CURLFile'],
    link: LINK,
    impl(rt, name, mime, posted) {
      const self = rt.newObject(rt.classOf('CURLFile'));
      fillFile(self, name, mime, posted);
      return self;
    },
  }),
];
