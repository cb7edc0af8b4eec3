/**
 * What a running digest is: fed with bytes, copied, finished.
 * Source: php-src ext/hash/php_hash.h (php_hash_ops)
 */

export interface HashState {
  /** Takes more bytes (one character per byte). */
  update(data: string): void;
  /** The raw digest; the state is of no use afterwards. */
  digest(): string;
  clone(): HashState;
}

/** A copy whose typed arrays and lists are its own. */
export function cloneState<T extends object>(state: T): T {
  const copy = Object.create(Object.getPrototypeOf(state) as object) as Record<string, unknown>;
  for (const [key, value] of Object.entries(state)) {
    const own = value as unknown;
    copy[key] =
      own instanceof Uint8Array || own instanceof Int32Array || own instanceof BigUint64Array ? own.slice() : own;
  }
  return copy as T;
}

/** Digests that work on blocks of bytes. */
export abstract class BlockHash implements HashState {
  protected readonly buffer: Uint8Array;
  protected used = 0;
  /** Bytes so far. */
  protected length = 0;

  constructor(blockSize: number) {
    this.buffer = new Uint8Array(blockSize);
  }

  /** Takes in the full buffer. */
  protected abstract process(): void;
  abstract digest(): string;

  update(data: string): void {
    const { buffer } = this;
    const size = buffer.length;
    this.length += data.length;
    let used = this.used;
    for (let i = 0; i < data.length; ) {
      const end = Math.min(data.length, i + size - used);
      while (i < end) buffer[used++] = data.charCodeAt(i++);
      if (used === size) {
        this.process();
        used = 0;
      }
    }
    this.used = used;
  }

  clone(): HashState {
    return cloneState(this);
  }

  /** Pads with `first` and zeros, and the length in bits in the last `lengthBytes` bytes. */
  protected pad(first: number, lengthBytes: number, littleEndian: boolean): void {
    const { buffer, length } = this;
    const size = buffer.length;
    buffer[this.used++] = first;
    if (this.used > size - lengthBytes) {
      buffer.fill(0, this.used);
      this.process();
      this.used = 0;
    }
    buffer.fill(0, this.used);
    const low = (length << 3) >>> 0;
    const high = Math.floor(length / 0x20000000);
    for (let k = 0; k < 4; k++) {
      const at = littleEndian ? size - lengthBytes + k : size - 1 - k;
      buffer[at] = low >>> (8 * k);
      buffer[littleEndian ? at + 4 : at - 4] = high >>> (8 * k);
    }
    this.process();
  }

  /** The buffer's words of 32 bits. */
  protected readWords(words: Int32Array, littleEndian: boolean): void {
    const { buffer } = this;
    const count = buffer.length >> 2;
    for (let i = 0, at = 0; i < count; i++, at += 4) {
      const a = buffer[at] as number;
      const b = buffer[at + 1] as number;
      const c = buffer[at + 2] as number;
      const d = buffer[at + 3] as number;
      words[i] = littleEndian ? a | (b << 8) | (c << 16) | (d << 24) : (a << 24) | (b << 16) | (c << 8) | d;
    }
  }
}

/** Words of 32 bits as bytes. */
export function wordBytes(words: ArrayLike<number>, count: number, littleEndian: boolean): string {
  let out = '';
  for (let i = 0; i < count; i++) {
    const w = words[i] as number;
    for (let k = 0; k < 4; k++) out += String.fromCharCode((w >>> (littleEndian ? 8 * k : 24 - 8 * k)) & 255);
  }
  return out;
}

/** A digest that is made of all bytes at once. */
export class WholeHash implements HashState {
  private data = '';
  private readonly make: (data: string) => string;

  constructor(make: (data: string) => string) {
    this.make = make;
  }

  update(data: string): void {
    this.data += data;
  }

  digest(): string {
    return this.make(this.data);
  }

  clone(): HashState {
    return cloneState(this);
  }
}

/** A number of 64 bits as bytes. */
export function bytes64(n: bigint, littleEndian: boolean): string {
  let out = '';
  for (let k = 0; k < 8; k++)
    out += String.fromCharCode(Number((n >> BigInt(littleEndian ? 8 * k : 56 - 8 * k)) & 255n));
  return out;
}
