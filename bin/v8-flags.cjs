'use strict';

// V8's flags, set before anything is allocated or counted: V8 takes no code cache under other flags than it was made under,
// and a function that it has found too long to optimise once it never optimises again.
//
// A start allocates more and more and keeps most of it: the young generation grows at once instead of by doubling; coroutines
// that grow old cost a note for the collector at each store.
const memory = '--semi-space-growth-factor=16 --no-minor-gc-task';

/**
 * node:v8's setFlagsFromString without node:v8, which loads all of Node's streams for its heap snapshots: a tenth of a start.
 * What has no such binding any more, or forbids it, is asked for the module.
 */
function flagSetter() {
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    const { setFlagsFromString } = process.binding('v8');
    if (typeof setFlagsFromString === 'function') return setFlagsFromString;
  } catch {
    // the module has it
  } finally {
    process.noDeprecation = noDeprecation;
  }
  return require('node:v8').setFlagsFromString;
}

// The dispatch loop (25,400 bytes of bytecode) is too long for V8's optimizing compiler until the program has run for a
// while: it takes a fifth of a second each time, and does so a dozen times while a program still comes to new oplines.
//
// The interpreter alone enters its loop anew every few milliseconds: code for the middle of a turn would be compiled for nothing, at
// twice the cost of the other. The loop is the one function that runs, and takes in what it calls; V8 stops at 920 bytes otherwise.
const flags = (osr, longest, inlined) =>
  `${memory} ${osr} --max-optimized-bytecode-size=${longest} --max-inlined-bytecode-size-cumulative=${inlined}`;

module.exports = {
  setFlags: flagSetter(),
  started: flags('--use-osr', 16000, 920),
  long: flags('--use-osr', 61440, 920),
  alone: flags('--no-use-osr', 61440, 4000),
};
