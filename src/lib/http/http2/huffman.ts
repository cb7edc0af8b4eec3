/**
 * The Huffman code of HPACK. It is canonical (codes of a length follow one another in the order of the symbols), so that
 * the lengths say everything.
 * Source: RFC 7541 section 5.2 and appendix B
 */

/** Bits of the code of every byte, then of the end of a string: one digit to the base of 36 each. */
const LENGTHS =
  'dnsssssssoussussssssssusssssssss6aacd68baa8b8666555666666678f6cad67777777777777777777777878djde6f5656566657766' +
  '6567655677777fbedskmkkmmmnmnnnnnonoomnonnnnlmnmnnomlkmmnnlnmmolmnnllmlnmnnkmmmnmmnqqkjmnmpqqqrrqopjlqrrqrollqq' +
  'srrrkoklmllnmmppooqnqrqqrrrrrsrrrrrqu';
const END = 256;
/** A longer padding would hide a symbol. */
const MAX_PADDING = 7;

export interface Huffman {
  readonly codes: readonly number[];
  readonly lengths: readonly number[];
  /** Two places a node: for 0 and for 1. Positive: the next node; negative: -1 - symbol. */
  readonly tree: readonly number[];
}

/** The tables. Made once an engine, when something first speaks HTTP/2. */
export function createHuffman(): Huffman {
  const lengths = [...LENGTHS].map((digit) => Number.parseInt(digit, 36));
  const codes = lengths.map(() => 0);
  const tree: number[] = [0, 0];
  const order = [...lengths.keys()].sort((a, b) => (lengths[a] as number) - (lengths[b] as number) || a - b);
  let code = 0;
  let length = 0;
  for (const symbol of order) {
    const bits = lengths[symbol] as number;
    code *= 2 ** (bits - length);
    length = bits;
    codes[symbol] = code;
    plant(tree, code, bits, symbol);
    code++;
  }
  return { codes, lengths, tree };
}

function plant(tree: number[], code: number, bits: number, symbol: number): void {
  let node = 0;
  for (let i = bits - 1; i >= 0; i--) {
    const place = node * 2 + ((code >>> i) & 1);
    if (i === 0) tree[place] = -1 - symbol;
    else {
      if (tree[place] === 0) {
        tree[place] = tree.length / 2;
        tree.push(0, 0);
      }
      node = tree[place] as number;
    }
  }
}

/** How many bytes a text takes encoded. */
export function huffmanLength(huffman: Huffman, text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits += huffman.lengths[text.charCodeAt(i)] as number;
  return Math.ceil(bits / 8);
}

export function huffmanEncode(huffman: Huffman, text: string): string {
  let out = '';
  let held = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text.charCodeAt(i);
    const code = huffman.codes[byte] as number;
    for (let left = huffman.lengths[byte] as number; left > 0; ) {
      const n = Math.min(left, 8 - count);
      held = (held << n) | ((code >>> (left - n)) & ((1 << n) - 1));
      count += n;
      left -= n;
      if (count === 8) {
        out += String.fromCharCode(held);
        held = 0;
        count = 0;
      }
    }
  }
  if (count > 0) out += String.fromCharCode((held << (8 - count)) | ((1 << (8 - count)) - 1));
  return out;
}

/** Null for what is no encoded text: a wrong padding, the symbol of the end. */
export function huffmanDecode(huffman: Huffman, bytes: string): string | null {
  const { tree } = huffman;
  let out = '';
  let node = 0;
  let depth = 0;
  let ones = true;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes.charCodeAt(i);
    for (let bit = 7; bit >= 0; bit--) {
      const one = (byte >>> bit) & 1;
      const next = tree[node * 2 + one] as number;
      depth++;
      ones &&= one === 1;
      if (next >= 0) {
        node = next;
        continue;
      }
      const symbol = -1 - next;
      if (symbol === END) return null;
      out += String.fromCharCode(symbol);
      node = 0;
      depth = 0;
      ones = true;
    }
  }
  return depth <= MAX_PADDING && ones ? out : null;
}
