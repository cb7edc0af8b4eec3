/** Blocks of headers of HTTP/2. Strings are bytes. Source: RFC 7541 section 6 */
import { HeaderTable, type Header, headerSize } from './hpack-table.ts';
import { type Huffman, huffmanDecode, huffmanEncode, huffmanLength } from './huffman.ts';

export type { Header } from './hpack-table.ts';

const DEFAULT_TABLE = 4096;
/** No table grows beyond it, whatever the other side allows. */
const MAX_TABLE = 65536;
/** First bits of the kinds of lines, and how many bits of their first byte belong to the number. */
const INDEXED = { mark: 0x80, bits: 7 };
const WITH_INDEX = { mark: 0x40, bits: 6 };
const TABLE_SIZE = { mark: 0x20, bits: 5 };
const NEVER = { mark: 0x10, bits: 4 };
const PLAIN = { mark: 0x00, bits: 4 };
const HUFFMAN_BIT = 0x80;
const MAX_NUMBER = 2 ** 28;
/** Values that differ with every message, or that nobody may guess by the size of a block. */
const UNINDEXED: ReadonlySet<string> = new Set([':path', 'content-length', 'last-modified', 'etag', 'content-range']);
const SECRET: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'set-cookie']);

/** Reads a block. */
class BlockReader {
  at = 0;
  failed = false;
  private readonly bytes: string;
  private readonly huffman: Huffman;

  constructor(bytes: string, huffman: Huffman) {
    this.bytes = bytes;
    this.huffman = huffman;
  }

  get done(): boolean {
    return this.failed || this.at >= this.bytes.length;
  }

  peek(): number {
    return this.bytes.charCodeAt(this.at);
  }

  private fail(): void {
    this.failed = true;
  }

  number(bits: number): number {
    const mask = (1 << bits) - 1;
    let n = this.bytes.charCodeAt(this.at++) & mask;
    if (n < mask) return n;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes.charCodeAt(this.at++);
      n += (byte & 0x7f) * 2 ** shift;
      if (Number.isNaN(byte) || n > MAX_NUMBER) {
        this.fail();
        return 0;
      }
      if ((byte & 0x80) === 0) return n;
    }
  }

  text(): string {
    if (this.done) {
      this.fail();
      return '';
    }
    const packed = (this.peek() & HUFFMAN_BIT) !== 0;
    const length = this.number(7);
    const end = this.at + length;
    if (end > this.bytes.length) {
      this.fail();
      return '';
    }
    const raw = this.bytes.slice(this.at, end);
    this.at = end;
    if (!packed) return raw;
    const text = huffmanDecode(this.huffman, raw);
    if (text === null) this.fail();
    return text ?? '';
  }
}

export class HpackDecoder {
  private readonly huffman: Huffman;
  private readonly table = new HeaderTable(DEFAULT_TABLE);
  private readonly tableLimit: number;

  /** @param tableLimit what the other side has been told of the table's size */
  constructor(huffman: Huffman, tableLimit: number = DEFAULT_TABLE) {
    this.huffman = huffman;
    this.tableLimit = Math.max(tableLimit, DEFAULT_TABLE);
  }

  /** The headers of a whole block; null when it is broken or holds more than so many bytes (the connection is lost then). */
  decode(block: string, maxBytes: number): Header[] | null {
    const reader = new BlockReader(block, this.huffman);
    const out: Header[] = [];
    let size = 0;
    while (!reader.done) {
      const first = reader.peek();
      if ((first & 0xe0) === TABLE_SIZE.mark) {
        const limit = reader.number(TABLE_SIZE.bits);
        if (limit > this.tableLimit || out.length > 0) return null;
        this.table.resize(limit);
        continue;
      }
      const header = this.line(reader, first);
      if (header === undefined || reader.failed) return null;
      size += headerSize(header[0], header[1]);
      if (size > maxBytes) return null;
      out.push(header);
    }
    return reader.failed ? null : out;
  }

  private line(reader: BlockReader, first: number): Header | undefined {
    if ((first & INDEXED.mark) !== 0) return this.table.at(reader.number(INDEXED.bits));
    const indexed = (first & WITH_INDEX.mark) !== 0;
    const index = reader.number(indexed ? WITH_INDEX.bits : PLAIN.bits);
    const name = index === 0 ? reader.text() : this.table.at(index)?.[0];
    if (name === undefined) return undefined;
    const header: Header = [name, reader.text()];
    if (indexed && !reader.failed) this.table.add(header);
    return header;
  }
}

export class HpackEncoder {
  private readonly huffman: Huffman;
  private readonly table = new HeaderTable(DEFAULT_TABLE);
  /** A new size of the table that the other side has not been told. */
  private resized: number | null = null;

  constructor(huffman: Huffman) {
    this.huffman = huffman;
  }

  /** The other side's table has another size from now on. */
  resize(limit: number): void {
    const size = Math.min(limit, MAX_TABLE);
    this.table.resize(size);
    this.resized = size;
  }

  encode(headers: readonly Header[]): string {
    let out = '';
    if (this.resized !== null) {
      out += number(TABLE_SIZE, this.resized);
      this.resized = null;
    }
    for (const [name, value] of headers) out += this.line(name, value);
    return out;
  }

  private line(name: string, value: string): string {
    const found = this.table.find(name, value);
    if (found > 0) return number(INDEXED, found);
    const kind = SECRET.has(name) ? NEVER : UNINDEXED.has(name) ? PLAIN : WITH_INDEX;
    const head = number(kind, -found) + (found === 0 ? this.text(name) : '');
    if (kind === WITH_INDEX) this.table.add([name, value]);
    return head + this.text(value);
  }

  private text(text: string): string {
    const packed = huffmanLength(this.huffman, text);
    if (packed >= text.length) return number({ mark: 0, bits: 7 }, text.length) + text;
    return number({ mark: HUFFMAN_BIT, bits: 7 }, packed) + huffmanEncode(this.huffman, text);
  }
}

function number({ mark, bits }: { mark: number; bits: number }, n: number): string {
  const mask = (1 << bits) - 1;
  if (n < mask) return String.fromCharCode(mark | n);
  let out = String.fromCharCode(mark | mask);
  let left = n - mask;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) out += String.fromCharCode((left & 0x7f) | 0x80);
  return out + String.fromCharCode(left);
}
