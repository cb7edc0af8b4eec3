/** What code answers, by the names in its text: EXIT, AGAIN, YIELDED, ENDING. */
export type Answer = 'E' | 'I' | 'Z' | 'D';

/**
 * The ways out of compiled code. Those that write the same into the frame share one text, which stands behind the code in
 * nested labelled blocks: a way out is a `break`.
 */
export class WaysOut {
  private readonly texts: string[] = [];

  /** The number of the label behind which `text` stands. */
  labelOf(text: string): number {
    const known = this.texts.indexOf(text);
    return known >= 0 ? known : this.texts.push(text) - 1;
  }

  /** The code with its ways out. */
  behind(code: string): string {
    let out = code;
    for (const [at, text] of this.texts.entries()) out = `X${at}:{${out}}\n${text}`;
    return out;
  }
}
