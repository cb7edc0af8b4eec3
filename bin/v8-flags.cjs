'use strict';

// V8's flags for a program that is not over at once; setting them takes node:v8, which loads for 4 ms. V8 takes no code cache
// under other flags than it was made under: bin/corovm.js goes back to `defaults` while it loads a bundle.
//
// What runs on allocates more and more: the young generation grows at once instead of by doubling.
const memory = '--semi-space-growth-factor=16 --no-minor-gc-task';

// The dispatch loop (17,000 bytes of bytecode) is too long for V8's optimizing compiler until the program has run for a
// while: it takes a fifth of a second each time, and does so a dozen times while a program still comes to new oplines.
module.exports = {
  defaults: '--semi-space-growth-factor=2 --minor-gc-task --max-optimized-bytecode-size=61440',
  started: `${memory} --max-optimized-bytecode-size=16000`,
  long: `${memory} --max-optimized-bytecode-size=61440`,
};
