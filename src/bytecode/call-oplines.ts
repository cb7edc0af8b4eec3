/** Oplines that begin and end a call: what stands between an INIT_* and its DO_*. */
import { OP } from './opcodes.ts';

/** They prepare a call. */
export const INITS: ReadonlySet<number> = new Set<number>([
  OP.INIT_FCALL,
  OP.INIT_FCALL_BY_NAME,
  OP.INIT_NS_FCALL_BY_NAME,
  OP.INIT_METHOD_CALL,
  OP.INIT_STATIC_METHOD_CALL,
  OP.INIT_DYNAMIC_CALL,
  OP.INIT_USER_CALL,
  OP.NEW,
]);

/** They run the innermost prepared one. */
export const DOS: ReadonlySet<number> = new Set<number>([
  OP.DO_FCALL,
  OP.DO_FCALL_BY_NAME,
  OP.DO_UCALL,
  OP.DO_ICALL,
  OP.CALLABLE_CONVERT,
]);
