/** The tables of HPACK: the one that everybody knows and the one that grows. Source: RFC 7541 sections 2.3, 4 and appendix A */

export type Header = readonly [name: string, value: string];

/** `name` or `name: value`, from index 1 on. */
const STATIC: readonly string[] = (
  ':authority|:method: GET|:method: POST|:path: /|:path: /index.html|:scheme: http|:scheme: https|:status: 200|' +
  ':status: 204|:status: 206|:status: 304|:status: 400|:status: 404|:status: 500|accept-charset|' +
  'accept-encoding: gzip, deflate|accept-language|accept-ranges|accept|access-control-allow-origin|age|allow|' +
  'authorization|cache-control|content-disposition|content-encoding|content-language|content-length|content-location|' +
  'content-range|content-type|cookie|date|etag|expect|expires|from|host|if-match|if-modified-since|if-none-match|' +
  'if-range|if-unmodified-since|last-modified|link|location|max-forwards|proxy-authenticate|proxy-authorization|range|' +
  'referer|refresh|retry-after|server|set-cookie|strict-transport-security|transfer-encoding|user-agent|vary|via|' +
  'www-authenticate'
).split('|');

const STATIC_HEADERS: readonly Header[] = STATIC.map((line) => {
  const at = line.indexOf(': ');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)];
});
/** Index by `name\0value`. */
const STATIC_PAIRS: ReadonlyMap<string, number> = new Map(STATIC_HEADERS.map(([n, v], i) => [`${n}\0${v}`, i + 1]));
/** Index of the first entry of a name. */
const STATIC_NAMES: ReadonlyMap<string, number> = new Map(
  STATIC_HEADERS.map(([name], i) => [name, i + 1] as const).reverse(),
);
/** Bytes that an entry counts beside its text. */
const ENTRY_OVERHEAD = 32;

/** The size of a header as HPACK counts it. */
export function headerSize(name: string, value: string): number {
  return name.length + value.length + ENTRY_OVERHEAD;
}

export class HeaderTable {
  /** The oldest first. */
  private entries: Header[] = [];
  private size = 0;
  private limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** By its index; undefined when there is none. */
  at(index: number): Header | undefined {
    if (index <= STATIC_HEADERS.length) return STATIC_HEADERS[index - 1];
    return this.entries[this.entries.length - (index - STATIC_HEADERS.length)];
  }

  add(header: Header): void {
    const size = headerSize(header[0], header[1]);
    this.entries.push(header);
    this.size += size;
    this.evict();
  }

  resize(limit: number): void {
    this.limit = limit;
    this.evict();
  }

  private evict(): void {
    let n = 0;
    while (this.size > this.limit) {
      const [name, value] = this.entries[n++] as Header;
      this.size -= headerSize(name, value);
    }
    if (n > 0) this.entries.splice(0, n);
  }

  /** The index of a header, or of one with its name (negative), or 0. */
  find(name: string, value: string): number {
    const pair = STATIC_PAIRS.get(`${name}\0${value}`);
    if (pair !== undefined) return pair;
    let named = STATIC_NAMES.get(name) ?? 0;
    for (let i = this.entries.length - 1; i >= 0; i--) {
      const [key, held] = this.entries[i] as Header;
      if (key !== name) continue;
      const index = STATIC_HEADERS.length + this.entries.length - i;
      if (held === value) return index;
      if (named === 0) named = index;
    }
    return -named;
  }
}
