/**
 * Sorting by a callback. As long as the callback answers at once, the sort is a plain loop. When a comparison does not
 * (or its answer needs PHP's tolerance), the sort goes on as a generator that has been given all answers so far: zend_sort
 * asks for the same pairs again.
 * Source: php-src ext/standard/array.c (php_array_user_compare, php_usort)
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { LEFT, type NativeCode, WAIT_CATCHING } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { toInt } from '../value/convert.ts';
import { PhpFloat, type PhpInt, PhpReference, type Zval } from '../value/zval.ts';
import { DirectCallback } from '../vm/direct-callback.ts';
import type { Executor } from '../vm/executor.ts';
import { zendSort } from './zend-sort.ts';
import { zendSortLater } from './zend-sort-later.generated.ts';

const BOOL_RESULT =
  'Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero';

/** A user comparison, with PHP's tolerance for callbacks that answer true and false. */
class UserOrder {
  readonly direct: DirectCallback;
  private readonly rt: Executor;
  private readonly name: string;
  private warned = false;

  constructor(rt: Executor, callback: Callable, name: string) {
    this.rt = rt;
    this.name = name;
    this.direct = new DirectCallback(rt, callback);
  }

  /** What the callback answers for the pair; LEFT: it is under way, `yield WAIT_CATCHING` gives the answer. */
  ask(a: Zval, b: Zval): Zval | typeof LEFT {
    return this.rt.exception === null ? this.direct.call2(a, b) : 0;
  }

  *order(a: Zval, b: Zval): NativeCode<number> {
    const answer = this.ask(a, b);
    return yield* this.judge(answer === LEFT ? yield WAIT_CATCHING : answer, a, b);
  }

  /** The order of a and b when their comparison has answered so (owned). */
  *judge(given: Zval, a: Zval, b: Zval): NativeCode<number> {
    const { rt } = this;
    const answer = this.plain(given);
    if (answer === false || answer === true) {
      if (!this.warned) rt.error(E_DEPRECATED, `${this.name}(): ${BOOL_RESULT}`);
      this.warned = true;
      if (answer) return 1;
      const turned = this.ask(b, a);
      const swapped = toInt(rt, this.plain(turned === LEFT ? yield WAIT_CATCHING : turned));
      return 0 - signOf(swapped);
    }
    const n = answer === undefined ? 0 : toInt(rt, answer);
    rt.releaseValue(answer);
    return signOf(n);
  }

  /** A callback that returns by reference answers a reference: what it holds, borrowed. */
  private plain(answer: Zval): Zval {
    if (!(answer instanceof PhpReference)) return answer;
    const inner = answer.val;
    this.rt.releaseValue(answer);
    return inner;
  }
}

function signOf(n: PhpInt): number {
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}

/** Asks a user comparison for the order of pairs. */
export function userOrder(rt: Executor, callback: Callable, name: string): (a: Zval, b: Zval) => NativeCode<number> {
  const order = new UserOrder(rt, callback, name);
  return (a, b) => order.order(a, b);
}

/** Nothing has interrupted the sort. */
const SORTED: unique symbol = Symbol('sorted');

/**
 * Sorts positions as long as the callback's compiled code answers numbers. `answers` are those of the first comparisons, and
 * gains the others. Answers what the last comparison gave when it was no number; the positions are worthless then.
 */
function sortDirectly(
  rt: Executor,
  positions: number[],
  values: readonly Zval[],
  direct: DirectCallback,
  answers: number[],
): Zval | typeof LEFT | typeof SORTED {
  const known = answers.length;
  let at = 0;
  let odd: Zval | typeof LEFT | typeof SORTED = SORTED;
  zendSort(positions, 0, positions.length, (i, j) => {
    if (at < known) return answers[at++] as number;
    if (odd !== SORTED) return 0;
    const r = direct.call2(values[i], values[j]);
    if (typeof r !== 'number' && !(r instanceof PhpFloat)) {
      odd = r;
      return 0;
    }
    const order = signOf(typeof r === 'number' ? r : toInt(rt, r)) || i - j;
    answers.push(order);
    return order;
  });
  return odd;
}

/** Comparisons by the generator before the plain loop is tried again, at least; then as many as have been made. */
const FEW = 64;

/** The positions of the values in the order that the callback gives them; equal ones stay in order. */
export function* sortedByUser(
  rt: Executor,
  values: readonly Zval[],
  callback: Callable,
  name: string,
): NativeCode<number[]> {
  const user = new UserOrder(rt, callback, name);
  const answers: number[] = [];
  for (;;) {
    const positions = values.map((_, i) => i);
    let odd: Zval | typeof LEFT | typeof SORTED = SORTED;
    if (rt.exception === null && user.direct.isDirect(2)) {
      odd = sortDirectly(rt, positions, values, user.direct, answers);
      if (odd === SORTED) return positions;
      for (let i = 0; i < positions.length; i++) positions[i] = i;
    }
    const code = zendSortLater(positions, 0, positions.length);
    let step = code.next();
    for (const answer of answers) step = code.next(answer);
    const until = FEW + 2 * answers.length;
    while (step.done !== true && (answers.length < until || !user.direct.isDirect(2))) {
      const [i, j] = step.value;
      const [a, b] = [values[i], values[j]];
      const asked: Zval | typeof LEFT = odd === SORTED ? user.ask(a, b) : odd;
      odd = SORTED;
      const answer = asked === LEFT ? yield WAIT_CATCHING : asked;
      // An int, as most callbacks give, is judged here: a generator less to go through for each pair.
      const order = (typeof answer === 'number' ? signOf(answer) : yield* user.judge(answer, a, b)) || i - j;
      answers.push(order);
      step = code.next(order);
    }
    if (step.done === true) return positions;
  }
}
