/**
 * Code that takes over a running loop leaves it now and then and is entered again at once.
 *
 * V8 compiles a function well when it is called, with what it has seen of it; one that is in its first call it replaces in
 * the middle of the loop, and then knows nothing of the variables that come from outside: ints stay tagged, floats boxed, at
 * every turn. The first laps are short, so that V8 sees several calls soon; later ones cost nothing to speak of.
 */

/** Laps of the first kind, and turns of the loop in a lap of each. */
const SHORT_LAPS = 150;
const SHORT = 1000;
const LONG = 100_000;

/** JavaScript for such code. */
export interface Laps {
  /** In front of the function. */
  readonly prelude: string;
  /** At its beginning. */
  readonly head: string;
}

/** Of code that begins with the loop it takes over. */
export const LAPS: Laps = {
  prelude: 'let laps=0;',
  head: `let n=${LONG};if(laps<${SHORT_LAPS}){laps++;n=${SHORT};}`,
};
/** At the loop's head. */
export const LAP_IS_OVER = '--n<0';

/** First calls of a function that are made to count for more, and turns of an empty loop in each. */
const FIRST_CALLS = 40;
const TURNS = 2500;

/**
 * Of code for calls with a loop in it. V8 counts how much of a function has been run unoptimised; once it has replaced the first
 * call in the middle of the loop, it goes on doing so in every call, little is run unoptimised, and the function as a whole is
 * never optimised. An empty loop in the first calls makes up for that.
 */
export const CALLS: Laps = {
  prelude: 'let calls=0;',
  head: `if(calls<${FIRST_CALLS}){calls++;for(let i=0;i<${TURNS};i++);}`,
};

export const NO_LAPS: Laps = { prelude: '', head: '' };
