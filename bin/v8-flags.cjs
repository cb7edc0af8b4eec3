'use strict';

// V8's code cache is only good for the flags it was made under: the launcher and scripts/build/code-cache.mjs both set these.
// The dispatch loop calls many small handlers: let V8 inline more of them than it usually does into one function.
module.exports = '--max-inlined-bytecode-size-cumulative=3000';
