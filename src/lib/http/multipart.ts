/**
 * Forms with files. Source: RFC 7578; php-src main/rfc1867.c
 */
import { PhpArray } from '../../value/php-array.ts';
import type { Executor } from '../../vm/executor.ts';
import { registerVariable } from '../url-functions.ts';
import { type FormPart, parameter, partOf, type UploadStore } from './upload-stream.ts';

/** UPLOAD_ERR_NO_FILE */
const NO_FILE = 4;

export interface Form {
  readonly fields: PhpArray;
  /** name => [name, type, tmp_name, error, size] */
  readonly files: PhpArray;
  /** Paths of the files. */
  readonly temporary: readonly string[];
}

function temporaryName(rt: Executor, folder: string): string {
  const random = [...rt.host.randomBytes(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${folder}/swoole.upfile.${random}`;
}

/** Where a server's uploads go. */
export function uploadStore(rt: Executor, folder: string): UploadStore {
  return {
    create() {
      const path = temporaryName(rt, folder);
      return rt.host.writeFile(path, '', false) ? path : null;
    },
    append: (path, bytes) => rt.host.writeFile(path, bytes, true),
    remove: (path) => void rt.host.unlink(path),
  };
}

/** Null when the content type names no boundary. */
export function multipartForm(rt: Executor, type: string, body: string, folder: string): Form | null {
  const boundary = parameter(type, 'boundary');
  if (boundary === null || boundary === '') return null;
  const parts: FormPart[] = [];
  for (const text of `\r\n${body}`.split(`\r\n--${boundary}`).slice(1)) {
    if (text.startsWith('--')) break;
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const part = partOf(text.slice(0, end), () => temporaryName(rt, folder));
    if (part === null) continue;
    const content = text.slice(end + 4);
    if (part.fileName === null) part.content = content;
    else {
      part.size = content.length;
      if (part.path !== '') rt.host.writeFile(part.path, content, false);
    }
    parts.push(part);
  }
  return formOf(rt, parts);
}

/** A form as the program sees it. */
export function formOf(rt: Executor, parts: readonly FormPart[]): Form {
  const fields = new PhpArray();
  const files = new PhpArray();
  const temporary: string[] = [];
  for (const { name, fileName, type, path, content, size } of parts) {
    if (fileName === null) {
      registerVariable(rt, fields, name, content);
      continue;
    }
    if (path !== '') temporary.push(path);
    const entry = PhpArray.fromEntries([
      ['name', fileName.slice(fileName.lastIndexOf('/') + 1)],
      ['type', type],
      ['tmp_name', path],
      ['error', fileName === '' ? NO_FILE : 0],
      ['size', size],
    ]);
    registerVariable(rt, files, name, entry);
  }
  return { fields, files, temporary };
}
