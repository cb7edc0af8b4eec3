/** The header `Range` of requests for files. Source: swoole-src src/server/static_handler.cc (parse_range) */

/** A part of a file: from, and how many bytes. */
export interface FilePart {
  readonly offset: number;
  readonly length: number;
}

const NUMBER_OR_NOTHING = /^ *(\d*) *- *(\d*) *$/;

/** One range of the list; null when it cannot be understood. The end is one behind the last byte. */
function rangeOf(text: string, size: number): { start: number; end: number } | null {
  const found = NUMBER_OR_NOTHING.exec(text);
  if (found === null || (found[1] === '' && found[2] === '')) return null;
  const [first, last] = [found[1] as string, found[2] as string];
  if (first === '') return { start: Number(last) < size ? size - Number(last) : 0, end: size };
  if (last === '') return { start: Number(first), end: size };
  return { start: Number(first), end: Math.min(Number(last) + 1, size) };
}

/**
 * The parts that are asked for: null when the header is not understood (416), empty for the whole file.
 * Like Swoole's, it ends at the first part that begins behind the file, which is refused only behind its beginning.
 */
export function fileParts(header: string, size: number): FilePart[] | null {
  if (!/^bytes=/i.test(header)) return [];
  const parts: FilePart[] = [];
  for (const text of header.slice('bytes='.length).split(',')) {
    const range = rangeOf(text, size);
    if (range === null) return null;
    if (range.start < range.end) parts.push({ offset: range.start, length: range.end - range.start });
    else if (range.start === 0) break;
  }
  return parts;
}

/** Seconds since 1970 of a date of HTTP in one of its three forms; null when it is none. */
export function httpDateSeconds(text: string): number | null {
  if (!/^[A-Z][a-z]{2,8},? .*\d{1,2}:\d{2}:\d{2}/.test(text)) return null;
  const millis = Date.parse(/GMT|UTC/.test(text) ? text : `${text} UTC`);
  return Number.isNaN(millis) ? null : Math.floor(millis / 1000);
}
