/** How a scanner of a literal reports what PHP's scanner throws; `refine.ts` turns it into a T_ERROR token. */
export class LexError {
  readonly message: string;
  /** Newlines between the start of the literal and the fault. */
  readonly newlines: number;

  constructor(message: string, newlines: number) {
    this.message = message;
    this.newlines = newlines;
  }
}

/** Newlines in `text` before `end`, counted as Zend counts them. */
export function countNewlines(text: string, end: number = text.length): number {
  let count = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      count++;
    }
  }
  return count;
}
