/** Node's errors as errno and text of Linux. */
import type { NetError } from '../../vm/net-ports.ts';

/** Texts of getaddrinfo's errors. */
const RESOLVER: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Name or service not known',
  EAI_NONAME: 'Name or service not known',
  ENODATA: 'No address associated with hostname',
  EAI_AGAIN: 'Temporary failure in name resolution',
};

/** strerror() of what sockets meet. */
const TEXTS: Readonly<Record<number, string>> = {
  1: 'Operation not permitted',
  2: 'No such file or directory',
  9: 'Bad file descriptor',
  11: 'Resource temporarily unavailable',
  13: 'Permission denied',
  20: 'Not a directory',
  22: 'Invalid argument',
  24: 'Too many open files',
  32: 'Broken pipe',
  36: 'File name too long',
  88: 'Socket operation on non-socket',
  90: 'Message too long',
  91: 'Protocol wrong type for socket',
  92: 'Protocol not available',
  97: 'Address family not supported by protocol',
  98: 'Address already in use',
  99: 'Cannot assign requested address',
  101: 'Network is unreachable',
  103: 'Software caused connection abort',
  104: 'Connection reset by peer',
  106: 'Transport endpoint is already connected',
  107: 'Transport endpoint is not connected',
  110: 'Connection timed out',
  111: 'Connection refused',
  113: 'No route to host',
};

function field(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}

/** An error of Node's; of several (one for each address) the last. */
export function toNetError(error: unknown): NetError {
  const several = field(error, 'errors');
  if (Array.isArray(several) && several.length > 0) return toNetError(several[several.length - 1]);
  const code = String(field(error, 'code') ?? '');
  const resolver = RESOLVER[code];
  if (resolver !== undefined) return { errno: 0, message: resolver };
  const number = field(error, 'errno');
  const errno = typeof number === 'number' ? Math.abs(number) : code === 'ERR_STREAM_DESTROYED' ? 32 : 0;
  const text = error instanceof Error ? error.message : String(error);
  return { errno, message: TEXTS[errno] ?? text };
}
