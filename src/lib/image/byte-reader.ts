/** Reading numbers out of a file's bytes, front to back. */

export class ByteReader {
  private readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** -1 at the end. */
  byte(): number {
    return this.atEnd ? -1 : this.text.charCodeAt(this.at++);
  }

  /** So many bytes; null when there are fewer. */
  bytes(count: number): string | null {
    if (this.at + count > this.text.length) return null;
    this.at += count;
    return this.text.slice(this.at - count, this.at);
  }

  /** Big-endian; 0 at the end. */
  uint16(): number {
    const bytes = this.bytes(2);
    return bytes === null ? 0 : uint(bytes, 0, 2, true);
  }

  uint32(): number {
    const bytes = this.bytes(4);
    return bytes === null ? 0 : uint(bytes, 0, 4, true);
  }

  skip(count: number): void {
    this.at += count;
  }

  /** The line from here, with its end; null at the end. */
  line(): string | null {
    if (this.atEnd) return null;
    const end = this.text.indexOf('\n', this.at);
    const next = end < 0 ? this.text.length : end + 1;
    const line = this.text.slice(this.at, next);
    this.at = next;
    return line;
  }
}

/** An unsigned number of `size` bytes. */
export function uint(bytes: string, at: number, size: number, big: boolean): number {
  let n = 0;
  for (let i = 0; i < size; i++) n = n * 256 + bytes.charCodeAt(at + (big ? i : size - 1 - i));
  return n;
}
