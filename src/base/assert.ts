/**
 * Host-side assertions: a failure is a bug of ours, never of the PHP program.
 */

/** A bug in corovm. The CLI reports it with the opline it happened at; PHP code can never catch it. */
export class InternalError extends Error {
  override readonly name: string = 'InternalError';
}

/** Reports a state that cannot be: throws InternalError. */
export function internalError(message: string): never {
  throw new InternalError(message);
}

/** Throws InternalError unless the condition holds. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InternalError(message);
}
