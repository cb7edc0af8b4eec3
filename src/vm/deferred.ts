/**
 * Calls of user code that come up in the middle of an opline: destructors of values that were just freed and user error
 * handlers. They wait in `vm.deferred` and run at the next safe point - when the opline's handler is done, before an
 * internal function's frame is popped, or where native code says `yield* flush()` - as frames of the dispatch loop.
 */
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';

export type DeferredCall =
  /** The cycle collector's buffer is full. */
  | { readonly kind: 'collect' }
  | { readonly kind: 'destructor'; readonly object: PhpObject }
  /** Goes on with freeing where a destructor had to run in between. */
  | { readonly kind: 'free'; readonly run: () => void }
  /** Native code that calls user code itself. */
  | { readonly kind: 'native'; readonly code: () => NativeCode<void> }
  | {
      readonly kind: 'errorHandler';
      readonly callable: Zval;
      readonly level: number;
      readonly message: string;
      readonly file: string;
      readonly line: number;
    };
