/**
 * Fast ways between byte strings (one char per byte) and bytes, and a builder for long ones.
 *
 * A text that grows by `+=` is a tree of its pieces until somebody reads it, and the collector moves every one of them
 * again and again; ByteText puts them into one buffer as they come. The buffer holds the chars as UTF-8, because encoding
 * and decoding that is what every host does natively.
 */
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** Chars that are collected before they go into the buffer. */
const PIECE = 4096;
/** Below this a loop over chars costs less than the host's calls. */
const SHORT = 64;

export class ByteText {
  private piece = '';
  private buffer: Uint8Array | null = null;
  private used = 0;

  add(s: string): void {
    this.piece += s;
    if (this.piece.length > PIECE) this.flush();
  }

  private flush(): void {
    const need = this.used + 2 * this.piece.length;
    if (this.buffer === null) this.buffer = new Uint8Array(Math.max(need, 8 * PIECE));
    else if (need > this.buffer.length) {
      const larger = new Uint8Array(Math.max(need, 2 * this.buffer.length));
      larger.set(this.buffer.subarray(0, this.used));
      this.buffer = larger;
    }
    this.used += ENCODER.encodeInto(this.piece, this.buffer.subarray(this.used)).written;
    this.piece = '';
  }

  /** All that was added. */
  toString(): string {
    if (this.buffer === null) return this.piece;
    this.flush();
    return DECODER.decode(this.buffer.subarray(0, this.used));
  }
}

/** The bytes of a byte string that are all below 128; null when there are others. Quick: for long texts. */
export function asciiBytes(s: string): Uint8Array | null {
  const bytes = ENCODER.encode(s);
  return bytes.length === s.length ? bytes : null;
}

/** The bytes of a byte string. */
export function textToBytes(s: string): Uint8Array {
  if (s.length > SHORT) {
    const bytes = ENCODER.encode(s);
    if (bytes.length === s.length) return bytes;
  }
  const bytes = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);
  return bytes;
}

/** The byte string of bytes. */
export function bytesToText(bytes: Uint8Array): string {
  const n = bytes.length;
  if (n <= SHORT) {
    let out = '';
    for (let i = 0; i < n; i++) out += String.fromCharCode(bytes[i] as number);
    return out;
  }
  let high = 0;
  for (let i = 0; i < n; i++) high += (bytes[i] as number) >> 7;
  if (high === 0) return DECODER.decode(bytes);
  const utf8 = new Uint8Array(n + high);
  let at = 0;
  for (let i = 0; i < n; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) utf8[at++] = byte;
    else {
      utf8[at++] = 0xc0 | (byte >> 6);
      utf8[at++] = 0x80 | (byte & 0x3f);
    }
  }
  return DECODER.decode(utf8);
}
