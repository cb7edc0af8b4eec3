'use strict';

// V8's code cache is only good for the flags it was made under: the launcher and scripts/build/code-cache.mjs both set these.
// A start allocates more and more and keeps most of it: the young generation grows at once instead of by doubling.
// The dispatch loop (17,000 bytes of bytecode) is too long for V8's optimizing compiler until the program has run for a
// while: it takes a fifth of a second each time, and does so a dozen times while a program still comes to new oplines
// (Host.warm() in src/io/node-host.ts lifts this).
module.exports = '--semi-space-growth-factor=16 --no-minor-gc-task --max-optimized-bytecode-size=16000';
