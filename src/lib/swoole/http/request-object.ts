/**
 * Swoole\Http\Request: a request as the program sees it.
 * Source: swoole-src ext-src/swoole_http_request.cc; wiki.swoole.com http_server?id=httprequest
 */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, PhpFloat, type Zval } from '../../../value/zval.ts';
import { toBool } from '../../../value/convert.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p, staticMethod } from '../../define.ts';
import { formOf, multipartForm } from '../../http/multipart.ts';
import { type HttpRequest, RequestParser } from '../../http/request-parser.ts';
import { uploadsOf } from '../../http/uploads.ts';
import { RequestOrigin } from './request-origin.ts';
import { type Complain, cookieVariables, queryVariables, urlDecode } from '../../url-functions.ts';
import { logWarning } from '../log.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/http_server?id=httprequest';
const SLOT = { fd: 0, streamId: 1, header: 2, server: 3, cookie: 4, get: 5, files: 6, post: 7, tmpfiles: 8 } as const;

/** What a Request object holds. */
export class RequestData {
  request: HttpRequest | null;
  /** Of Request::create(): the parser that is being fed. */
  parser: RequestParser | null = null;
  origin: RequestOrigin | null = null;
  /** Files of an upload, removed with the object. */
  readonly temporary: string[] = [];
  constructor(request: HttpRequest | null) {
    this.request = request;
  }
}

function headersArray(request: HttpRequest): PhpArray {
  const out = new PhpArray();
  const isHttp2 = request.protocol === 'HTTP/2';
  for (const [name, value] of request.headers) {
    if (isHttp2 && name === 'cookie') continue; // there only the array of cookies has them
    const before = out.getStr(name);
    if (before instanceof PhpArray) before.append(value);
    else if (before !== undefined && name !== 'host') out.setStr(name, PhpArray.fromList([before, value]));
    else out.setStr(name, value);
  }
  return out;
}

function serverArray(rt: Executor, request: HttpRequest, origin: RequestOrigin): PhpArray {
  const micros = rt.host.nowMicros();
  const seconds = Math.floor(micros / 1e6);
  const question = request.target.indexOf('?');
  const path = question < 0 ? request.target : request.target.slice(0, question);
  const out = new PhpArray();
  if (question >= 0) out.setStr('query_string', request.target.slice(question + 1));
  out.setStr('request_method', request.method);
  out.setStr('request_uri', path);
  out.setStr('path_info', path.includes('%') ? urlDecode(path.replace(/\+/g, '%2B')) : path);
  out.setStr('request_time', seconds);
  out.setStr('request_time_float', new PhpFloat(micros / 1e6));
  out.setStr('server_protocol', request.protocol);
  if (origin.hasMaster) {
    out.setStr('server_port', origin.serverPort);
    out.setStr('remote_port', origin.remotePort);
    out.setStr('server_addr', origin.serverAddress ?? '');
    out.setStr('remote_addr', origin.remoteAddress);
    out.setStr('master_time', seconds);
  } else if (origin.serverAddress !== null) {
    out.setStr('remote_addr', origin.remoteAddress);
    out.setStr('remote_port', origin.remotePort);
    out.setStr('server_addr', origin.serverAddress);
    out.setStr('server_port', origin.serverPort);
  }
  return out;
}

function headerOf(request: HttpRequest, name: string): string {
  for (const [key, value] of request.headers) if (key === name) return value;
  return '';
}

const complain: Complain = (rt, what) => logWarning(rt, `swoole_php_treat_data(): ${what}`, '*');

function readBody(rt: Executor, self: PhpObject, data: RequestData, request: HttpRequest, origin: RequestOrigin): void {
  const { options } = origin;
  const type = headerOf(request, 'content-type');
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    if (options.parsePost) self.props[SLOT.post] = queryVariables(rt, request.body, complain);
    return;
  }
  if (!/^multipart\/form-data/i.test(type)) return;
  const { parts } = request;
  const form = parts === null ? multipartForm(rt, type, request.body, options.uploadFolder) : formOf(rt, parts);
  if (form === null) return;
  if (options.parsePost && form.fields.count > 0) self.props[SLOT.post] = form.fields;
  else rt.releaseValue(form.fields);
  if (form.files.count > 0) {
    self.props[SLOT.files] = form.files;
    self.props[SLOT.tmpfiles] = PhpArray.fromList([...form.temporary]);
    data.temporary.push(...form.temporary);
    for (const path of form.temporary) uploadsOf(rt).add(path);
  } else rt.releaseValue(form.files);
}

function fill(rt: Executor, self: PhpObject, data: RequestData, request: HttpRequest, origin: RequestOrigin): void {
  self.props[SLOT.fd] = origin.fd;
  self.props[SLOT.header] = headersArray(request);
  self.props[SLOT.server] = serverArray(rt, request, origin);
  const question = request.target.indexOf('?');
  if (question >= 0) self.props[SLOT.get] = queryVariables(rt, request.target.slice(question + 1), complain);
  if (origin.options.parseCookie) {
    const cookie = headerOf(request, 'cookie');
    if (cookie !== '') self.props[SLOT.cookie] = cookieVariables(rt, cookie, complain);
  }
  if (request.body !== '' || request.parts !== null) readBody(rt, self, data, request, origin);
}

/** A Request object (owned). */
export function requestObject(rt: Executor, request: HttpRequest, origin: RequestOrigin, streamId = 0): PhpObject {
  const self = rt.newObject(rt.classOf('Swoole\\Http\\Request'));
  const data = new RequestData(request);
  self.native = data;
  self.props[SLOT.streamId] = streamId;
  fill(rt, self, data, request, origin);
  return self;
}

function requestOf(self: PhpObject): HttpRequest | null {
  return self.native instanceof RequestData ? self.native.request : null;
}

/** Where a request of create() comes from: nowhere. */
function createdOrigin(options: PhpArray): RequestOrigin {
  const flag = (name: string): boolean => {
    const v = deref(options.getStr(name));
    return v === undefined || toBool(v);
  };
  const folder = deref(options.getStr('upload_tmp_dir'));
  const parsed = {
    parsePost: flag('parse_body'),
    parseCookie: flag('parse_cookie'),
    parseFiles: flag('parse_files'),
    uploadFolder: typeof folder === 'string' ? folder : '/tmp',
    isStatic: false,
  };
  return new RequestOrigin(parsed, 0, 0, null, false);
}

function parse(rt: Executor, self: PhpObject, bytes: string): Zval {
  const data = self.native;
  if (!(data instanceof RequestData) || data.parser === null || data.origin === null || data.request !== null)
    return false;
  data.parser.push(bytes);
  const found = data.parser.next();
  if (found === null) return bytes.length;
  if ('status' in found) return false;
  const extra = data.parser.pending.length;
  data.request = found;
  for (const slot of [SLOT.header, SLOT.server]) rt.releaseValue(self.props[slot]);
  fill(rt, self, data, found, data.origin);
  return bytes.length - extra;
}

const text = (name: string, doc: string, read: (request: HttpRequest) => string): MethodDef =>
  method({
    name,
    doc,
    params: [],
    returns: ['string', 'false'],
    link: LINK,
    impl: (_rt, self) => {
      const request = requestOf(self);
      return request === null ? false : read(request);
    },
  });

const methods: readonly MethodDef[] = [
  text('rawContent', 'The body as it came.', (request) => request.body),
  text('getContent', 'The body as it came.', (request) => request.body),
  text('getData', 'The whole request as it came.', (request) => request.data),
  method({
    name: 'getMethod',
    doc: 'The method, known before the request is complete.',
    params: [],
    returns: ['string', 'false'],
    link: LINK,
    impl(_rt, self) {
      const data = self.native;
      if (!(data instanceof RequestData)) return false;
      if (data.request !== null) return data.request.method;
      return /^([A-Z-]+) /.exec(data.parser?.pending ?? '')?.[1] ?? 'DELETE';
    },
  }),
  staticMethod({
    name: 'create',
    doc: 'A request to be filled by parse().',
    params: [p.array('options', { default: PhpArray.fromList([]), text: '[]' })],
    returns: ['Swoole\\Http\\Request'],
    link: LINK,
    impl: (rt, scope, options) => {
      const self = rt.newObject(scope);
      const data = new RequestData(null);
      data.origin = createdOrigin(options);
      self.props[SLOT.header] = new PhpArray();
      self.props[SLOT.server] = new PhpArray();
      data.parser = new RequestParser({ headerBytes: 65536, bodyBytes: 2 * 1024 * 1024, upload: null });
      self.native = data;
      return self;
    },
  }),
  method({
    name: 'parse',
    doc: 'Feeds bytes; how many were taken.',
    params: [p.string('data')],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, self, bytes) => parse(rt, self, bytes),
  }),
  method({
    name: 'isCompleted',
    doc: 'Whether the request is complete.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (_rt, self) => requestOf(self) !== null,
  }),
];

export const requestClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Http\\Request',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [
    { name: 'fd', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'streamId', flags: ACC_PUBLIC, type: null, default: 0 },
    ...['header', 'server', 'cookie', 'get', 'files', 'post', 'tmpfiles'].map((name) => ({
      name,
      flags: ACC_PUBLIC,
      type: null,
      default: null,
    })),
  ],
  methods,
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (rt, obj) => {
      if (!(obj.native instanceof RequestData)) return;
      for (const path of obj.native.temporary) {
        if (uploadsOf(rt as Executor).delete(path)) (rt as Executor).host.unlink(path);
      }
    },
  },
};
