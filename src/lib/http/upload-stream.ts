/**
 * A form with files that is too large to be held: its files go to temporary files as they arrive, its fields are kept.
 * Source: RFC 7578; swoole-src src/protocol/http.cc (multipart_on_header_value, multipart_on_data)
 */

/** A part of a form: a field, or a file. */
export interface FormPart {
  readonly name: string;
  /** Null: a field. */
  readonly fileName: string | null;
  readonly type: string;
  /** Of a file: where it lies ('' when none was chosen). */
  readonly path: string;
  /** Of a field. */
  content: string;
  /** Bytes of a file. */
  size: number;
}

/** Where files go. */
export interface UploadStore {
  /** An empty file; null when there can be none. */
  create(): string | null;
  append(path: string, bytes: string): boolean;
  remove(path: string): void;
}

export interface UploadSettings {
  /** Bytes of a file at most (upload_max_filesize). */
  readonly maxFileBytes: number;
  readonly store: UploadStore;
}

/** Bytes of a part's head at most. */
const MAX_HEAD = 8192;
const TOO_LARGE = 413;
const UNAVAILABLE = 503;
const BAD = 400;

/** The parameters of a header's value. */
export function parameter(value: string, name: string): string | null {
  const match = new RegExp(`;[ \\t]*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(value);
  if (match === null) return null;
  return match[1] === undefined ? (match[2] as string) : match[1].replace(/\\(["\\])/g, '$1');
}

/** A part without its content, from its head; null when it is no part of a form. */
export function partOf(head: string, create: () => string | null): FormPart | null {
  const disposition = /^content-disposition:[ \t]*form-data(.*)$/im.exec(head)?.[1];
  const name = disposition === undefined ? null : parameter(disposition, 'name');
  if (disposition === undefined || name === null) return null;
  const fileName = parameter(disposition, 'filename');
  const path = fileName === null || fileName === '' ? '' : (create() ?? '');
  const type = /^content-type:[ \t]*(\S+)/im.exec(head)?.[1] ?? '';
  return { name, fileName, type, path, content: '', size: 0 };
}

export class UploadStream {
  readonly parts: FormPart[] = [];
  private readonly settings: UploadSettings;
  private readonly delimiter: string;
  /** Bytes of fields at most. */
  private readonly maxFieldBytes: number;
  private fieldBytes = 0;
  /** What cannot be told apart yet. A form begins as if a line had ended. */
  private ahead = '\r\n';
  private state: 'preamble' | 'delimiter' | 'head' | 'content' | 'end' = 'preamble';
  private part: FormPart | null = null;

  constructor(boundary: string, maxFieldBytes: number, settings: UploadSettings) {
    this.delimiter = `\r\n--${boundary}`;
    this.maxFieldBytes = maxFieldBytes;
    this.settings = settings;
  }

  /** The last delimiter has come. */
  get complete(): boolean {
    return this.state === 'end';
  }

  /** Takes bytes; 0, or the status of the refusal. */
  push(bytes: string): number {
    this.ahead += bytes;
    for (;;) {
      const { state } = this;
      const refused = this.step();
      if (refused !== 0) return refused;
      if (this.state === state) return 0;
    }
  }

  /** Forgets the form and its files. */
  dispose(): void {
    for (const { path } of this.parts.splice(0)) if (path !== '') this.settings.store.remove(path);
  }

  /** Up to the next change of the state, if enough has come for one. */
  private step(): number {
    switch (this.state) {
      case 'preamble':
      case 'content':
        return this.readContent();
      case 'delimiter':
        if (this.ahead.length < 2) return 0;
        if (!this.ahead.startsWith('--') && !this.ahead.startsWith('\r\n')) return BAD;
        this.state = this.ahead.startsWith('--') ? 'end' : 'head';
        return 0;
      case 'head':
        return this.readHead();
      case 'end':
        this.ahead = '';
        return 0;
    }
  }

  private readContent(): number {
    const at = this.ahead.indexOf(this.delimiter);
    const length = at < 0 ? Math.max(0, this.ahead.length - this.delimiter.length + 1) : at;
    const refused = this.part === null ? 0 : this.store(this.part, this.ahead.slice(0, length));
    this.ahead = this.ahead.slice(at < 0 ? length : at + this.delimiter.length);
    if (at >= 0) this.state = 'delimiter';
    return refused;
  }

  private readHead(): number {
    const end = this.ahead.indexOf('\r\n\r\n');
    if (end < 0 || end > MAX_HEAD) return this.ahead.length > MAX_HEAD ? BAD : 0;
    this.part = partOf(this.ahead.slice(0, end), () => this.settings.store.create());
    if (this.part !== null) this.parts.push(this.part);
    this.ahead = this.ahead.slice(end + 4);
    this.state = 'content';
    return 0;
  }

  private store(part: FormPart, bytes: string): number {
    if (part.fileName === null) {
      this.fieldBytes += bytes.length;
      part.content += bytes;
      return this.fieldBytes > this.maxFieldBytes ? UNAVAILABLE : 0;
    }
    part.size += bytes.length;
    if (part.size > this.settings.maxFileBytes) return TOO_LARGE;
    if (bytes === '' || part.fileName === '') return 0;
    return part.path !== '' && this.settings.store.append(part.path, bytes) ? 0 : UNAVAILABLE;
  }
}
