/**
 * The trace of a throwable until somebody looks at it: one list instead of an array for each frame and its arguments.
 *
 * Most throwables are caught without a look at their traces. What their arrays would hold is noted when they are made, owned
 * values and all; the arrays come of it when the property is read. Nobody sees the difference.
 */
import { createKeyShape, type KeyShape, PhpArray } from './php-array.ts';
import type { PhpObject } from './php-object.ts';
import { addRef, PhpFloat, PhpIndirect, type Zval } from './zval.ts';

/** file and line: where it was called. */
export const FRAME_POSITION = 1;
/** class and type: of a method. */
export const FRAME_CLASS = 2;
/** object: of a method, when asked for. */
export const FRAME_OBJECT = 4;
/** args: their number follows, and they; or -1 and the array itself. */
export const FRAME_ARGS = 8;
/** An include or eval: its args come before the function. */
export const FRAME_INCLUDE = 16;
/** No function, only where. */
export const FRAME_NOWHERE = 32;

/** nTableSize of an array that is such a list with counted values, index of an indirection to one without: none other has it. */
const COMPACT = 0;
const COMPACT_PLAIN = -1;

/** What comes before the frames. */
const HEAD = 2;

/** The keys of calls' frames, by their flags. */
const CALL_SHAPES: readonly KeyShape[] = Array.from({ length: 16 }, (_, has) =>
  createKeyShape([
    ...((has & FRAME_POSITION) !== 0 ? ['file', 'line'] : []),
    'function',
    ...((has & FRAME_CLASS) !== 0 ? ['class'] : []),
    ...((has & FRAME_OBJECT) !== 0 ? ['object'] : []),
    ...((has & FRAME_CLASS) !== 0 ? ['type'] : []),
    ...((has & FRAME_ARGS) !== 0 ? ['args'] : []),
  ]),
);

/** The beginning of a list; `none` is the array of a frame without arguments. */
export function startTrace(none: PhpArray): Zval[] {
  return [none, false];
}

/** One value more of a list, borrowed. */
export function noteValue(list: Zval[], v: Zval): void {
  if (typeof v === 'object' && v !== null && !(v instanceof PhpFloat)) {
    list[1] = true;
    addRef(v);
  }
  list.push(v);
}

/**
 * The trace of a list: behind its beginning, for each frame, its flags (FRAME_*), the values of its keys in their order but
 * args, and args at last. Takes the list and the counts in it over. A list without counted values is none itself.
 */
export function compactTrace(list: Zval[]): Zval {
  if (list[1] === false) return new PhpIndirect(list, COMPACT_PLAIN);
  addRef(list[0]);
  return new PhpArray(list, list.length, COMPACT);
}

/** Makes the arrays of a list, one frame after the other. */
class Reader {
  private readonly list: Zval[];
  private readonly none: PhpArray;
  private at = HEAD;
  constructor(list: Zval[]) {
    this.list = list;
    this.none = list[0] as PhpArray;
  }

  frames(): Zval[] {
    const frames: Zval[] = [];
    while (this.at < this.list.length) {
      const flags = this.list[this.at++] as number;
      const shape = CALL_SHAPES[flags];
      frames.push(shape === undefined ? this.inclusion(flags) : this.call(flags, shape));
    }
    return frames;
  }

  private call(flags: number, shape: KeyShape): PhpArray {
    const { at } = this;
    const end = at + shape.keys.length;
    const values = this.list.slice(at, end);
    this.at = end;
    if ((flags & FRAME_ARGS) !== 0) {
      // where their number stands
      this.at--;
      values[values.length - 1] = this.args();
    }
    return PhpArray.ofShape(shape, values);
  }

  private inclusion(flags: number): PhpArray {
    const { list } = this;
    const frame = new PhpArray();
    if ((flags & FRAME_POSITION) !== 0) {
      frame.setStr('file', list[this.at++]);
      frame.setStr('line', list[this.at++]);
    }
    if ((flags & FRAME_NOWHERE) !== 0) return frame;
    const name = list[this.at++];
    if ((flags & FRAME_ARGS) !== 0) frame.setStr('args', this.args());
    frame.setStr('function', name);
    return frame;
  }

  private args(): Zval {
    const n = this.list[this.at++] as number;
    if (n === 0) return addRef(this.none);
    if (n < 0) return this.list[this.at++];
    this.at += n;
    return PhpArray.fromList(this.list.slice(this.at - n, this.at));
  }
}

/** The array of arrays that PHP code sees of a trace; any other value stays as it is. */
export function expandTrace(trace: Zval): Zval {
  if (trace instanceof PhpIndirect) {
    return trace.index === COMPACT_PLAIN ? PhpArray.fromList(new Reader(trace.slots).frames()) : trace;
  }
  if (!(trace instanceof PhpArray) || trace.tableSize !== COMPACT) return trace;
  const { vals } = trace;
  trace.setList(new Reader(vals).frames());
  (vals[0] as PhpArray).rc--;
  return trace;
}

/** The same of what an object's properties hold: called before anybody walks them. */
export function expandTraces({ ce, props }: PhpObject): void {
  if (ce.createObject !== null) for (let slot = 0; slot < props.length; slot++) props[slot] = expandTrace(props[slot]);
}
