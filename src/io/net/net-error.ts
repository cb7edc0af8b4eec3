/** Node's errors as errno and text of Linux. */
import { strerror } from '../../base/errno.ts';
import type { NetError } from '../../vm/net-ports.ts';

/** Texts of getaddrinfo's errors. */
const RESOLVER: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Name or service not known',
  EAI_NONAME: 'Name or service not known',
  ENODATA: 'No address associated with hostname',
  EAI_AGAIN: 'Temporary failure in name resolution',
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
  return { errno, message: errno === 0 ? text : strerror(errno) };
}
