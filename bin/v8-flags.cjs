'use strict';

// V8's code cache is only good for the flags it was made under: the launcher and scripts/build/code-cache.mjs both set these.
// The dispatch loop calls many small handlers, and V8 compiles it again and again while a program is new: it may inline few.
// A start allocates more and more and keeps most of it: the young generation grows at once instead of by doubling.
module.exports = '--max-inlined-bytecode-size-cumulative=300 --semi-space-growth-factor=16 --no-minor-gc-task';
