/** The check that brackets nest (php-src Zend/zend_language_scanner.l: enter_nesting, exit_nesting). */

interface Opening {
  readonly code: number;
  readonly line: number;
}

const CLOSING_OF: ReadonlyMap<number, number> = new Map([
  [40, 41],
  [91, 93],
  [123, 125],
]);

/** Open brackets of one source. Brackets are character codes. */
export class Nesting {
  private readonly stack: Opening[] = [];

  enter(code: number, line: number): void {
    this.stack.push({ code, line });
  }

  /** Leaves a bracket; answers PHP's message when `closing` closes nothing or another kind. */
  leave(closing: number, line: number): string | null {
    const opening = this.stack.pop();
    if (opening === undefined) {
      return `Unmatched '${String.fromCharCode(closing)}'`;
    }
    if (CLOSING_OF.get(opening.code) !== closing) {
      return `${describe(opening, line)} does not match '${String.fromCharCode(closing)}'`;
    }
    return null;
  }

  /** PHP's message when the file ends inside a bracket, else null. */
  atEnd(line: number): string | null {
    const opening = this.stack[this.stack.length - 1];
    return opening === undefined ? null : describe(opening, line);
  }
}

function describe(opening: Opening, line: number): string {
  const where = opening.line === line ? '' : ` on line ${opening.line}`;
  return `Unclosed '${String.fromCharCode(opening.code)}'${where}`;
}
