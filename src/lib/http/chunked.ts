/** The chunked transfer coding. Source: RFC 9112 section 7.1 */

/** Where the decoding of a body stands. */
export interface ChunkedState {
  /** Offset of the next unread byte. */
  at: number;
  /** Bytes decoded so far. */
  size: number;
  readonly parts: string[];
  /** Bytes of the current chunk that are missing; -1: its size comes next; -2: the trailer. */
  left: number;
  /** Lines behind the last chunk. */
  readonly trailer: string[];
}

const SIZE_LINE = /^([0-9a-fA-F]{1,12})(?:[ \t]*;.*)?$/;
const MAX_LINE = 4096;
const MAX_TRAILER = 100;

export function newChunkedState(at: number): ChunkedState {
  return { at, size: 0, parts: [], left: -1, trailer: [] };
}

/** Decodes what is there of `text` from `state.at` on. */
export function decodeChunks(state: ChunkedState, text: string): 'done' | 'more' | 'bad' {
  for (;;) {
    if (state.left > 0) {
      const part = text.slice(state.at, state.at + state.left);
      if (part === '') return 'more';
      state.parts.push(part);
      state.size += part.length;
      state.at += part.length;
      state.left -= part.length;
      continue;
    }
    const end = text.indexOf('\r\n', state.at);
    if (end < 0) return text.length - state.at > MAX_LINE ? 'bad' : 'more';
    const line = text.slice(state.at, end);
    state.at = end + 2;
    if (state.left === 0) {
      // the end of a chunk
      if (line !== '') return 'bad';
      state.left = -1;
    } else if (state.left === -1) {
      const size = SIZE_LINE.exec(line);
      if (size === null) return 'bad';
      state.left = Number.parseInt(size[1] as string, 16) || -2;
    } else if (line === '') return 'done';
    else if (state.trailer.push(line) > MAX_TRAILER) return 'bad';
  }
}
