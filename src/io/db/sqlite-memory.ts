/** The memory of a WebAssembly module, as numbers and byte strings. */

const PAGE_SIZE = 65536;

/** What is used of WebAssembly, which Node's types do not declare. */
export interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
interface WebAssemblyApi {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => WebAssemblyMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

export const webAssembly: WebAssemblyApi = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi })
  .WebAssembly;

export class WasmMemory {
  readonly memory: WebAssemblyMemory;
  private cached: Buffer = Buffer.alloc(0);

  /** Aligned and zeroed memory; set when the module stands. */
  allocate: (size: number) => number = () => 0;

  constructor(memory: WebAssemblyMemory) {
    this.memory = memory;
  }

  /** A view that is made anew when the memory has grown. */
  get view(): Buffer {
    if (this.cached.buffer !== this.memory.buffer) this.cached = Buffer.from(this.memory.buffer);
    return this.cached;
  }

  u32(at: number): number {
    return this.view.readUInt32LE(at >>> 0);
  }

  setU32(at: number, value: number): void {
    this.view.writeUInt32LE(value >>> 0, at >>> 0);
  }

  setI64(at: number, value: number): void {
    this.view.writeBigInt64LE(BigInt(Math.floor(value)), at >>> 0);
  }

  bytes(at: number, length: number): string {
    return this.view.toString('latin1', at >>> 0, (at >>> 0) + length);
  }

  /** Up to the NUL byte. */
  text(at: number): string {
    const start = at >>> 0;
    return this.view.toString('latin1', start, this.view.indexOf(0, start));
  }

  put(at: number, bytes: string): void {
    this.view.write(bytes, at >>> 0, bytes.length, 'latin1');
  }

  /** Makes room for `size` bytes in all; false when the memory cannot grow. */
  growTo(size: number): boolean {
    const pages = Math.ceil((size - this.memory.buffer.byteLength) / PAGE_SIZE);
    if (pages <= 0) return true;
    try {
      this.memory.grow(pages);
      return true;
    } catch {
      return false;
    }
  }
}
