/**
 * Patterns that JavaScript's own regular expressions can run: the host compiles those to machine code. Subjects that are
 * not ASCII are turned into text for patterns in UTF mode, and the offsets back into bytes.
 */
import { utf8ToText } from '../utf8.ts';
import { fixedLength } from './analysis.ts';
import type { ParsedRegex } from './ast.ts';
import { type NativeSource, nativeSource } from './native-source.ts';

/** Longest subjects for patterns whose failing matches take a power of the length. */
const LINEAR_LIMIT = 1 << 22;
const LIMIT = 1 << 18;

/** A subject as text, with the way between its offsets and those of the bytes. */
export class TextView {
  readonly text: string;
  /** The byte offset of each UTF-16 unit, and of the end. */
  private readonly bytes: Uint32Array;

  constructor(subject: string) {
    this.text = utf8ToText(subject);
    const { text } = this;
    const bytes = new Uint32Array(text.length + 1);
    let at = 0;
    for (let i = 0; i < text.length; i++) {
      bytes[i] = at;
      const c = text.charCodeAt(i);
      // each half of a surrogate pair stands for two of its four bytes
      at += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 2 : 3;
    }
    bytes[text.length] = at;
    this.bytes = bytes;
  }

  byteAt(unit: number): number {
    return this.bytes[unit] as number;
  }

  /** The unit at a byte offset, which begins a character. */
  unitAt(byte: number): number {
    const { bytes } = this;
    let low = Math.ceil(byte / 3);
    let high = Math.min(byte, bytes.length - 1);
    if (low > high) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bytes[middle] as number) < byte) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** One of the two forms of a pattern: over bytes or over text. */
class NativeForm {
  private readonly native: NativeSource;
  private readonly flags: string;
  private global: RegExp | null = null;
  private sticky: RegExp | null = null;

  constructor(native: NativeSource, wide: boolean) {
    this.native = native;
    this.flags = (wide ? 'v' : '') + (native.groups.length > 1 ? 'd' : '');
  }

  fits(length: number): boolean {
    const { ambiguity } = this.native;
    return ambiguity === 0 || length <= (ambiguity === 1 ? LINEAR_LIMIT : LIMIT);
  }

  private regex(anchored: boolean): RegExp {
    if (anchored) return (this.sticky ??= new RegExp(this.native.source, `${this.flags}y`));
    return (this.global ??= new RegExp(this.native.source, `${this.flags}g`));
  }

  /** Start and end of each group; null: no match; undefined: the host gave up. */
  exec(subject: string, from: number, anchored: boolean): number[] | null | undefined {
    const regex = this.regex(anchored);
    regex.lastIndex = from;
    let m: RegExpExecArray | null;
    try {
      m = regex.exec(subject);
    } catch {
      // the host's backtrack stack is full
      return undefined;
    }
    if (m === null) return null;
    const { groups } = this.native;
    const out = [m.index, m.index + m[0].length];
    if (groups.length === 1) return out;
    const indices = m.indices as unknown as ([number, number] | undefined)[];
    for (let g = 1; g < groups.length; g++) {
      const pair = indices[groups[g] as number];
      if (pair === undefined) out.push(-1, -1);
      else out.push(pair[0], pair[1]);
    }
    return out;
  }
}

function formOf(parsed: ParsedRegex, wide: boolean): NativeForm | null {
  const native = nativeSource(parsed, wide);
  if (native === null) return null;
  try {
    new RegExp(native.source, wide ? 'v' : '');
  } catch {
    return null;
  }
  return new NativeForm(native, wide);
}

/** A pattern as a JavaScript regular expression, made when it is first needed. */
export class NativeMatcher {
  private readonly parsed: ParsedRegex;
  private bytes: NativeForm | null | undefined;
  private text: NativeForm | null | undefined;
  /** The pattern never matches more than nothing. */
  readonly alwaysEmpty: boolean;

  constructor(parsed: ParsedRegex) {
    this.parsed = parsed;
    this.alwaysEmpty = fixedLength(parsed.node) === 0;
  }

  /**
   * Looks for a match at or after `from`, only there when `anchored`.
   * @param view null for bytes; the subject's text for patterns in UTF mode over more than ASCII
   * @returns start and end of each group in bytes, null without a match, undefined when this pattern or subject is not for
   *   the host
   */
  search(subject: string, view: TextView | null, from: number, anchored: boolean): number[] | null | undefined {
    if (view === null) {
      this.bytes ??= this.bytes === undefined ? formOf(this.parsed, false) : null;
      return this.bytes?.fits(subject.length) === true ? this.bytes.exec(subject, from, anchored) : undefined;
    }
    this.text ??= this.text === undefined ? formOf(this.parsed, true) : null;
    if (this.text?.fits(subject.length) !== true) return undefined;
    const found = this.text.exec(view.text, view.unitAt(from), anchored);
    if (found === null || found === undefined) return found;
    for (let i = 0; i < found.length; i++) {
      const unit = found[i] as number;
      if (unit >= 0) found[i] = view.byteAt(unit);
    }
    return found;
  }
}
