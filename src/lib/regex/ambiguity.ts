/**
 * In how many ways a regular expression can go through the same characters. A repeat whose rounds begin with characters
 * that nothing after them begins with can stop at one place only; every other one makes a failing match longer by a power
 * of the subject's length, and inside another repeat beyond all bounds.
 */
import { firstOf } from './analysis.ts';
import type { RegexNode } from './ast.ts';

type Bytes = Uint8Array;

function union(a: Bytes, b: Bytes): Bytes {
  const out = a.slice();
  for (let c = 0; c < 256; c++) if (b[c] === 1) out[c] = 1;
  return out;
}

function disjoint(a: Bytes, b: Bytes): boolean {
  for (let c = 0; c < 256; c++) if (a[c] === 1 && b[c] === 1) return false;
  return true;
}

function ofSequence(items: readonly RegexNode[], after: Bytes, utf: boolean): number {
  let follow: Bytes = after;
  let count = 0;
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i] as RegexNode;
    count += ambiguity(item, follow, utf);
    const first = firstOf(item, utf);
    if (first === null) follow = new Uint8Array(256).fill(1);
    else follow = first.empty ? union(first.bytes, follow) : first.bytes;
  }
  return count;
}

function ofAlternatives(items: readonly RegexNode[], after: Bytes, utf: boolean): number {
  let seen: Bytes = new Uint8Array(256);
  let count = 0;
  for (const item of items) {
    count += ambiguity(item, after, utf);
    const first = firstOf(item, utf)?.bytes ?? new Uint8Array(256).fill(1);
    if (!disjoint(seen, first)) count++;
    seen = union(seen, first);
  }
  return count;
}

/**
 * How many repeats and alternatives of the node can go on in several ways.
 * @param follow the characters that can come after the node
 */
export function ambiguity(node: RegexNode, follow: Bytes, utf: boolean): number {
  switch (node.t) {
    case 'seq':
      return ofSequence(node.items, follow, utf);
    case 'alt':
      return ofAlternatives(node.items, follow, utf);
    case 'group':
      return ambiguity(node.body, follow, utf);
    case 'atomic':
    case 'look':
      return ambiguity(node.body, new Uint8Array(256), utf);
    case 'repeat': {
      if (node.min === node.max) return node.max > 1 ? ambiguity(node.body, follow, utf) : 0;
      const first = firstOf(node.body, utf)?.bytes ?? new Uint8Array(256).fill(1);
      const own = node.mode !== 'possessive' && !disjoint(first, follow) ? 1 : 0;
      return own + ambiguity(node.body, node.max > 1 ? union(follow, first) : follow, utf);
    }
    case 'backref':
      return 1;
    default:
      return 0;
  }
}
