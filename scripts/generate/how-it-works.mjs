/** The words of docs/performance.md: what the figures come from. */
export const HOW_IT_WORKS = `
## How it works

**The interpreter** is one generated \`switch\` over the opcodes (scripts/gen-dispatch.mjs), with the commonest cases of the commonest
opcodes written into the loop (scripts/generate/fast-paths.mjs) and everything else in handlers. Ints are JavaScript numbers
while they are safe integers, floats are boxed, strings are JavaScript strings (ropes, when they are built bit by bit), arrays
know a packed form without hashing. Frames are laid on vm_stack pages and taken from there again: a call allocates nothing.

**The second tier** (\`--jit=on\`, ADR 18) writes the JavaScript of a hot op_array, one text for each way in: a call, or the head of
a loop where a frame already stands. Numbers live unboxed in JavaScript variables, the frame is written back wherever somebody
may look at it, a guard that fails leaves to the interpreter at that very opline. \`--jit-report\` says what was compiled, what was
refused and why, and how often code was left.

**Start-up** is the bundle's: one file, V8's compile cache where Node has it, op_arrays of programs kept between runs
(\`--no-cache\` does without).

## How cost grows

- **Depth**: a call is a frame on a page of the vm_stack; pages are linked when they are needed and dropped when they are
  left, so the cost of a call does not depend on the depth, until the memory of the frames no longer fits the processor's caches.
  Compiled functions call each other 200 deep, the frames below are the trampoline's.
- **Size of arrays**: packed arrays are JavaScript arrays, hashes add a Map from key to position: the cost of an element does not depend on
  the number, but for growing and for the caches.
- **Number of coroutines**: a coroutine that waits is its frames and one small object; switching is four assignments whatever
  the number. What waits for a time is in a heap: waking one of n costs log n.
`
  .trim()
  .split('\n');
