/**
 * What stands at the heads of loops, and at the beginning of code that has loops.
 *
 * Now and then a loop looks whether somebody wants to interrupt it: at every turn it would cost as much as the rest of a small
 * loop. And code that takes over a running loop leaves it now and then and is entered again at once: V8 compiles a function
 * well when it is called, with what it has seen of it; one that is in its first call it replaces in the middle of the loop, and
 * then knows nothing of the variables that come from outside: ints stay tagged, floats boxed, at every turn. The first laps are
 * short, so that V8 sees several calls soon; later ones cost nothing to speak of.
 *
 * What V8 has not seen done when it optimises a function it leaves out, and throws the code away when it comes to be done. The
 * end of a long loop comes once: the way out of it is the one of the laps, and what follows is the interpreter's.
 */
import type { Answer } from './ways-out.ts';

/** Turns of loops between two looks. */
const TURNS = 1000;
/** Laps of the first kind, and looks in a lap of each. */
const SHORT_LAPS = 150;
const SHORT = 1;
const LONG = 100;

/** Calls of a function with long loops that are made to count for more, and turns of an empty loop in each. */
const MORE_CALLS = 40;
const EMPTY_TURNS = 2500;
/** Thousands of turns that make its loops long. */
const MANY = 10;

/** JavaScript for code with loops. */
export interface Laps {
  /** In front of the function. */
  readonly prelude: string;
  /** At its beginning. */
  readonly head: string;
}

/** Code that begins with the loop it takes over. */
export const LAPS: Laps = {
  prelude: 'let laps=0;',
  head: `let n=0,m=${LONG};if(laps<${SHORT_LAPS}){laps++;m=${SHORT};}`,
};

/**
 * Code for calls with a loop in it. V8 counts how much of a function has been run unoptimised; once it has replaced the first
 * call in the middle of the loop, it goes on doing so in every call, little is run unoptimised, and the function as a whole is
 * never optimised. An empty loop in some calls makes up for that. `m` is 1 from the second look of a call on.
 */
export const CALLS: Laps = {
  prelude: 'let calls=0,many=0;',
  head: `let n=0,m=0;if(many>${MANY}&&calls<${MORE_CALLS}){calls++;for(let i=0;i<${EMPTY_TURNS};i++);}`,
};

/** Code that is entered anywhere else. */
export const OTHERS: Laps = { prelude: '', head: 'let n=0;' };

export const NO_LAPS: Laps = { prelude: '', head: '' };

/** JavaScript that leaves the code at a loop's head, by the answer it gives. */
export type LeaveHead = Readonly<Record<Extract<Answer, 'E' | 'I'>, string>>;

/** Of what is no loop. */
export const NEVER: LeaveHead = { E: '', I: '' };

/**
 * At the head of a loop.
 * @param isFirst the code began with this loop, if it is one that takes over a loop
 * @param turns JavaScript for how many turns come before the next time
 */
export function loopHead(laps: Laps, leave: LeaveHead, isFirst: boolean, turns = '1'): string {
  const lap = laps === CALLS ? 'many+=m;m=1;' : laps === LAPS && isFirst ? `if(--m<0){${leave.I}}` : '';
  // Without `|0` V8 checks the subtraction for overflow: a third of a small loop's time.
  return `if((n=n-${turns}|0)<0){if(vm.interrupt!==null){${leave.E}}${lap}n=${TURNS};}`;
}
