/** Bytes that have arrived, in order. */
export class ByteQueue {
  private chunks: string[] = [];
  /** Bytes of the first chunk that are gone. */
  private offset = 0;
  length = 0;

  push(bytes: string): void {
    if (bytes === '') return;
    this.chunks.push(bytes);
    this.length += bytes.length;
  }

  /** The next bytes, at most `max`, without taking them. */
  peek(max: number): string {
    const first = this.chunks[0];
    if (first === undefined || max <= 0) return '';
    const whole = this.offset === 0 ? first : first.slice(this.offset);
    if (whole.length >= max || this.chunks.length === 1) return whole.length > max ? whole.slice(0, max) : whole;
    // several chunks become one, so that nothing is joined twice
    this.chunks = [this.offset === 0 ? this.chunks.join('') : this.chunks.join('').slice(this.offset)];
    this.offset = 0;
    return (this.chunks[0] as string).slice(0, max);
  }

  take(max: number): string {
    const bytes = this.peek(max);
    this.length -= bytes.length;
    this.offset += bytes.length;
    if (this.offset >= (this.chunks[0]?.length ?? 0)) {
      this.chunks.shift();
      this.offset = 0;
    }
    return bytes;
  }
}
