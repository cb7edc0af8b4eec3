'use strict';

// V8's code cache is only good for the flags it was made under: the launcher and scripts/build/code-cache.mjs both set these.
// A start allocates more and more and keeps most of it: the young generation grows at once instead of by doubling.
module.exports = '--semi-space-growth-factor=16 --no-minor-gc-task';
