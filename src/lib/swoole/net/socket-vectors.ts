/**
 * Reading into and writing from several buffers.
 * Source: swoole-src ext-src/swoole_socket_coro.cc (socket_coro_read_vector, socket_coro_write_vector)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { createException } from '../../../vm/exceptions.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { type SocketData, waiting } from './socket-object.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/socket?id=readvector';
/** EINVAL */
const INVALID = 22;
/** IOV_MAX */
const MAX_PARTS = 1024;

function complain(rt: Executor, message: string): null {
  rt.throwObject(createException(rt, rt.classOf('Swoole\\Coroutine\\Socket\\Exception'), message, INVALID));
  return null;
}

/** The lengths to read; null after an exception. */
function lengthsOf(rt: Executor, vector: PhpArray): number[] | null {
  const lengths: number[] = [];
  for (const held of vector.valueList()) {
    const n = deref(held);
    const i = lengths.length;
    if (typeof n !== 'number') return complain(rt, `Item #[${i}] must be of type int, ${typeName(n)} given`);
    if (n <= 0) return complain(rt, `Item #[${i}] must be greater than 0`);
    lengths.push(n);
  }
  return lengths;
}

function tooMany({ socket }: SocketData, vector: PhpArray): boolean {
  if (vector.count <= MAX_PARTS) return false;
  socket.fail(INVALID, `The maximum of iov count is ${MAX_PARTS}`);
  return true;
}

function typeName(v: Zval): string {
  if (v === null || v === undefined) return 'null';
  return typeof v === 'object'
    ? v instanceof PhpArray
      ? 'array'
      : 'object'
    : typeof v === 'boolean'
      ? 'bool'
      : 'string';
}

function split(bytes: string, lengths: readonly number[]): PhpArray {
  const out = new PhpArray();
  let at = 0;
  for (const n of lengths) {
    if (at >= bytes.length) break;
    out.append(bytes.slice(at, at + n));
    at += n;
  }
  return out;
}

function* read(rt: Executor, data: SocketData, vector: PhpArray, seconds: number, all: boolean): NativeCode {
  if (tooMany(data, vector)) return false;
  const lengths = lengthsOf(rt, vector);
  if (lengths === null) return null;
  const total = lengths.reduce((sum, n) => sum + n, 0);
  const { socket } = data;
  const bytes = all ? yield* socket.recvAll(total, seconds) : yield* socket.recv(total, seconds);
  return bytes === null ? false : split(bytes, lengths);
}

function* write(rt: Executor, data: SocketData, vector: PhpArray, seconds: number, all: boolean): NativeCode {
  if (tooMany(data, vector)) return false;
  let bytes = '';
  let i = 0;
  for (const held of vector.valueList()) {
    const part = deref(held);
    if (typeof part !== 'string') {
      const type = typeof part === 'number' ? 'int' : typeName(part);
      return complain(rt, `Item #[${i}] must be of type string, ${type} given`);
    }
    if (part === '') return complain(rt, `Item #[${i}] cannot be empty string`);
    bytes += part;
    i++;
  }
  return all ? yield* data.socket.sendAll(bytes, seconds) : yield* data.socket.send(bytes, seconds);
}

const vector = p.array('io_vector');
const timeout = p.float('timeout', { default: 0 });

export const vectorMethods: readonly MethodDef[] = [
  ...[false, true].map((all) =>
    method({
      name: all ? 'readVectorAll' : 'readVector',
      doc: 'Reads strings of so many bytes each.',
      params: [vector, timeout],
      returns: ['array', 'false'],
      link: LINK,
      impl: (rt, self, lengths, seconds) => waiting(rt, self, (data) => read(rt, data, lengths, seconds, all)),
    }),
  ),
  ...[false, true].map((all) =>
    method({
      name: all ? 'writeVectorAll' : 'writeVector',
      doc: 'Writes strings one behind the other.',
      params: [vector, timeout],
      returns: ['int', 'false'],
      link: LINK,
      impl: (rt, self, parts, seconds) => waiting(rt, self, (data) => write(rt, data, parts, seconds, all)),
    }),
  ),
];
