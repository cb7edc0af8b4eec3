/** What a request of Swoole\Coroutine\Http\Client carries, and what the last response has. */
import { PhpArray } from '../../../value/php-array.ts';
import { addRef, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { encodeBase64 } from '../../base64.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { warn } from '../support.ts';
import { CLIENT_SLOT, setProp } from './client-properties.ts';
import { typeOfFile } from './client-request.ts';
import { clientDataOf } from './client-support.ts';
import { ownArray } from './own-array.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/http_client';

const setters: readonly MethodDef[] = [
  method({
    name: 'setMethod',
    doc: 'The method of the next requests.',
    params: [p.string('method')],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, name) {
      setProp(rt, self, 'requestMethod', name);
      return true;
    },
  }),
  ...(['setHeaders', 'setCookies'] as const).map((name) =>
    method({
      name,
      doc: name === 'setHeaders' ? 'The headers of the next requests.' : 'The cookies of the next requests.',
      params: [name === 'setHeaders' ? p.array('headers') : p.array('cookies')],
      returns: ['bool'],
      link: LINK,
      impl(rt, self, table) {
        setProp(rt, self, name === 'setHeaders' ? 'requestHeaders' : 'cookies', addRef(table));
        return true;
      },
    }),
  ),
  method({
    name: 'setData',
    doc: 'The body of the next request: a text, or an array for a form.',
    params: [p.union('data', ['array', 'string'])],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, data) {
      setProp(rt, self, 'requestBody', addRef(data));
      return true;
    },
  }),
  method({
    name: 'setBasicAuth',
    doc: 'Name and password of the next requests.',
    params: [p.string('username'), p.string('password')],
    returns: ['void'],
    link: LINK,
    impl(rt, self, name, password) {
      clientDataOf(rt, self).basicAuth = `Basic ${encodeBase64(`${name}:${password}`)}`;
      return null;
    },
  }),
];

/** Why a part of a file cannot be sent; null when it can. */
function fileProblem(rt: Executor, path: string, name: string | null, offset: number, length: number): string | null {
  if (offset < 0) return `parameter $offset[${offset}] must be greater than or equal to 0`;
  if (length < 0) return `parameter $length[${length}] must be greater than or equal to 0`;
  const stat = rt.host.stat(path);
  if (stat === null) return `stat(${path}) failed, Error: No such file or directory[2]`;
  if (stat.size === 0) return `cannot send empty file[${name ?? '(null)'}], Error: Success[0]`;
  if (stat.size <= offset) return `parameter $offset[${offset}] exceeds the file size`;
  if (length > stat.size - offset) return `parameter $length[${length}] exceeds the file size, Error: Success[0]`;
  return null;
}

const uploads: readonly MethodDef[] = [
  method({
    name: 'addFile',
    doc: 'Adds a file to the form of the next request.',
    params: [
      p.string('path'),
      p.string('name'),
      p.nullable(p.string('type'), { default: null }),
      p.nullable(p.string('filename'), { default: null }),
      p.int('offset', { default: 0 }),
      p.int('length', { default: 0 }),
    ],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, path, name, type, fileName, offset, length) {
      const problem = fileProblem(rt, path, fileName, offset, length);
      if (problem !== null) {
        warn(rt, problem);
        return false;
      }
      const size = (rt.host.stat(path)?.size ?? 0) - offset;
      const entry = PhpArray.fromEntries([
        ['path', path],
        ['name', name],
        ['filename', fileName || path.slice(path.lastIndexOf('/') + 1)],
        ['type', type || typeOfFile(path)],
        ['size', length > 0 ? length : size],
        ['offset', offset],
      ]);
      ownArray(rt, self, CLIENT_SLOT.uploadFiles).append(entry);
      return true;
    },
  }),
  method({
    name: 'addData',
    doc: 'Adds a text as a file to the form of the next request.',
    params: [
      p.string('path'),
      p.string('name'),
      p.nullable(p.string('type'), { default: null }),
      p.nullable(p.string('filename'), { default: null }),
    ],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, content, name, type, fileName) {
      const entry = PhpArray.fromEntries([
        ['content', content],
        ['name', name],
        ['filename', fileName || name],
        ['type', type || 'application/octet-stream'],
        ['size', content.length],
      ]);
      ownArray(rt, self, CLIENT_SLOT.uploadFiles).append(entry);
      return true;
    },
  }),
];

function getter(name: string, slot: number, doc: string): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns: ['mixed'],
    link: LINK,
    impl: (_rt, self): Zval => addRef(self.props[slot]),
  });
}

const getters: readonly MethodDef[] = [
  getter('getBody', CLIENT_SLOT.body, 'The body of the last response.'),
  getter('getHeaders', CLIENT_SLOT.headers, 'The headers of the last response.'),
  getter('getCookies', CLIENT_SLOT.cookies, 'The cookies, those of the responses too.'),
  getter('getStatusCode', CLIENT_SLOT.statusCode, 'The status of the last response; negative after an error.'),
  method({
    name: 'getHeaderOut',
    doc: 'The head of the last request as it was sent.',
    params: [],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self) => clientDataOf(rt, self).headerOut || false,
  }),
];

export const bodyMethods: readonly MethodDef[] = [...setters, ...uploads, ...getters];
