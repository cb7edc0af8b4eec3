/** What can be told about a regular expression before it is run. */
import { encodeUtf8 } from '../../base/encode-utf8.ts';
import type { RegexNode } from './ast.ts';
import { otherCases } from './char-set.ts';

/** How many characters a node always matches; null when that varies. */
export function fixedLength(node: RegexNode): number | null {
  switch (node.t) {
    case 'empty':
    case 'assert':
    case 'look':
    case 'keep':
    case 'verb':
      return 0;
    case 'char':
    case 'set':
      return 1;
    case 'seq': {
      let n = 0;
      for (const item of node.items) {
        const length = fixedLength(item);
        if (length === null) return null;
        n += length;
      }
      return n;
    }
    case 'alt': {
      const lengths = node.items.map(fixedLength);
      return lengths.every((n) => n === lengths[0]) ? (lengths[0] ?? 0) : null;
    }
    case 'group':
    case 'atomic':
      return fixedLength(node.body);
    case 'repeat': {
      const length = fixedLength(node.body);
      return length === null || node.min !== node.max ? null : length * node.min;
    }
    default:
      return null;
  }
}

interface First {
  readonly bytes: Uint8Array;
  /** It may also match nothing: what follows counts as well. */
  readonly empty: boolean;
}

function none(empty: boolean): First {
  return { bytes: new Uint8Array(256), empty };
}

/** The first characters of what a node matches; null when that cannot be told. */
export function firstOf(node: RegexNode, utf: boolean): First | null {
  switch (node.t) {
    case 'empty':
    case 'assert':
    case 'look':
    case 'keep':
      return none(true);
    case 'char': {
      const { bytes } = none(false);
      for (const code of [node.code, ...(node.fold ? otherCases(node.code, utf) : [])]) {
        bytes[utf ? encodeUtf8(code).charCodeAt(0) : code] = 1;
      }
      return { bytes, empty: false };
    }
    case 'set': {
      const bytes = node.set.bits.slice();
      if (utf) bytes.fill(1, 128);
      return { bytes, empty: false };
    }
    case 'seq': {
      const all = none(true).bytes;
      for (const item of node.items) {
        const first = firstOf(item, utf);
        if (first === null) return null;
        for (let c = 0; c < 256; c++) if (first.bytes[c] === 1) all[c] = 1;
        if (!first.empty) return { bytes: all, empty: false };
      }
      return { bytes: all, empty: true };
    }
    case 'alt': {
      const all = none(true).bytes;
      let empty = false;
      for (const item of node.items) {
        const first = firstOf(item, utf);
        if (first === null) return null;
        for (let c = 0; c < 256; c++) if (first.bytes[c] === 1) all[c] = 1;
        empty ||= first.empty;
      }
      return { bytes: all, empty };
    }
    case 'group':
    case 'atomic':
      return firstOf(node.body, utf);
    case 'repeat': {
      const first = firstOf(node.body, utf);
      return first === null ? null : { bytes: first.bytes, empty: first.empty || node.min === 0 };
    }
    default:
      return null;
  }
}

/** The bytes a match can begin with; null when it may be empty or that cannot be told. */
export function firstBytes(node: RegexNode, utf: boolean): Uint8Array | null {
  const first = firstOf(node, utf);
  return first === null || first.empty ? null : first.bytes;
}
