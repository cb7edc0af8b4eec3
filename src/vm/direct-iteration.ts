/**
 * foreach over an Iterator of user code: next(), valid(), current() and key() are called at FE_FETCH itself, so that compiled
 * code goes on behind it. A method that is left in the middle is waited for by native code.
 * Source: php-src Zend/zend_interfaces.c (zend_user_it_*)
 */
import type { Opline } from '../bytecode/op-array.ts';
import type { ObjectIterator, UserIteration } from '../object/class-handlers.ts';
import { LEFT, type NativeCode, WAIT } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { toBool } from '../value/convert.ts';
import { release } from '../value/refcount.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { waitAtOpline } from './flow.ts';
import type { ForeachState } from './foreach-state.ts';
import { unwrapOwned } from './operands.ts';

/** What is called next, and how a walk ends. */
const NEXT = 0;
const VALID = 1;
const CURRENT = 2;
const KEY = 3;
/** The value is held, and the key is in its slot. */
export const FETCHED = 4;
/** There is nothing more. */
export const EMPTY = 5;

const NO_ARGUMENTS: readonly Zval[] = [];

/** A step of foreach. */
interface Walk {
  readonly vm: Executor;
  readonly ex: ExecuteData;
  readonly op: Opline;
  readonly state: ForeachState;
  readonly user: UserIteration;
}

function methodOf(user: UserIteration, step: number): Callable {
  if (step === NEXT) return user.next;
  if (step === VALID) return user.valid;
  return step === CURRENT ? user.current : user.key;
}

/** Takes what the method of a step has returned; the step behind it. */
function take({ vm, ex, op, state, user }: Walk, step: number, v: Zval): number {
  if (step === NEXT || step === VALID) {
    const goesOn = step === NEXT || toBool(v);
    if (typeof v === 'object' && v !== null) release(vm, v);
    return goesOn ? step + 1 : EMPTY;
  }
  if (step === CURRENT) {
    state.fresh = false;
    user.held = v;
    return op.resultType === 0 ? FETCHED : KEY;
  }
  ex.slots[ex.base + op.result] = v instanceof PhpReference ? unwrapOwned(vm, v) : v;
  return FETCHED;
}

/**
 * Fetches the next element.
 * @param end says how the opline goes on, behind FETCHED or EMPTY; `endCode` does where native code has waited
 * @returns how the loop goes on
 */
export function walkOn(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  state: ForeachState,
  it: ObjectIterator,
  end: (step: number) => number,
  endCode: (step: number) => NativeCode<number>,
): number {
  const user = it.user as UserIteration;
  const walk: Walk = { vm, ex, op, state, user };
  let step: number = NEXT;
  if (!state.fresh) it.invalidate?.();
  else step = user.held === undefined ? CURRENT : op.resultType === 0 ? FETCHED : KEY;
  while (step < FETCHED) {
    const v = vm.callDirectly(methodOf(user, step), NO_ARGUMENTS);
    if (v === LEFT) return waitAtOpline(vm, ex, wait(walk, step, endCode));
    step = take(walk, step, v);
  }
  return end(step);
}

function* wait(walk: Walk, from: number, endCode: (step: number) => NativeCode<number>): NativeCode<number> {
  const { vm, user } = walk;
  let step = take(walk, from, yield WAIT);
  while (step < FETCHED) {
    const v = vm.callDirectly(methodOf(user, step), NO_ARGUMENTS);
    step = take(walk, step, v === LEFT ? yield WAIT : v);
  }
  return yield* endCode(step);
}
