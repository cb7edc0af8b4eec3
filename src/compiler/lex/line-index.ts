/** Offsets to lines, counted as Zend counts: `\n`, and `\r` that no `\n` follows. */
export class LineIndex {
  private readonly ends: number[] = [];
  private cursor = 0;

  constructor(source: string) {
    const hasCr = source.includes('\r');
    if (!hasCr) {
      for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) {
        this.ends.push(at);
      }
      return;
    }
    for (let at = 0; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) {
        this.ends.push(at);
      }
    }
  }

  /** Line (from 1) of a byte offset. Fast when offsets mostly grow from call to call. */
  lineAt(offset: number): number {
    const ends = this.ends;
    let i = this.cursor;
    while (i > 0 && (ends[i - 1] ?? 0) >= offset) {
      i--;
    }
    while (i < ends.length && (ends[i] ?? 0) < offset) {
      i++;
    }
    this.cursor = i;
    return i + 1;
  }
}
