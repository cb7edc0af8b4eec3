/** A table as one text: lines `key rest` sorted by key. Reading it costs nothing before the first question. */

/** What follows `key` and a blank on its line; null when there is no such line. @param text begins and ends with a newline */
export function lineOf(text: string, key: string): string | null {
  // the line of `key` begins at or behind `from`, and before `to`
  let from = 1;
  let to = text.length;
  while (from < to) {
    const start = text.lastIndexOf('\n', (from + to) >> 1) + 1;
    const line = start < from ? from : start;
    const end = text.indexOf('\n', line);
    const blank = text.indexOf(' ', line);
    const found = text.slice(line, blank);
    if (found === key) return text.slice(blank + 1, end);
    if (found < key) from = end + 1;
    else to = line;
  }
  return null;
}

/** All lines: key and the rest. */
export function* allLines(text: string): Generator<readonly [key: string, rest: string]> {
  for (let line = 1; line < text.length; ) {
    const blank = text.indexOf(' ', line);
    const end = text.indexOf('\n', blank);
    yield [text.slice(line, blank), text.slice(blank + 1, end)];
    line = end + 1;
  }
}
