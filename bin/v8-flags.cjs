'use strict';

// V8's code cache is only good for the flags it was made under: the launcher and scripts/build/code-cache.mjs both set these.
// The dispatch loop calls many small handlers: let V8 inline more of them than it usually does into one function.
// A start allocates more and more and keeps most of it: the young generation grows at once instead of by doubling.
module.exports = '--max-inlined-bytecode-size-cumulative=3000 --semi-space-growth-factor=16 --no-minor-gc-task';
