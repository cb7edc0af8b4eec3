/**
 * Forms with files. Source: RFC 7578; php-src main/rfc1867.c
 */
import { PhpArray } from '../../value/php-array.ts';
import type { Executor } from '../../vm/executor.ts';
import { registerVariable } from '../url-functions.ts';

export interface Form {
  readonly fields: PhpArray;
  /** name => [name, type, tmp_name, error, size] */
  readonly files: PhpArray;
  /** Paths of the files. */
  readonly temporary: readonly string[];
}

/** The parameters of a header's value. */
function parameter(value: string, name: string): string | null {
  const match = new RegExp(`;[ \\t]*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(value);
  if (match === null) return null;
  return match[1] === undefined ? (match[2] as string) : match[1].replace(/\\(["\\])/g, '$1');
}

function temporaryName(rt: Executor, folder: string): string {
  const random = [...rt.host.randomBytes(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${folder}/swoole.upfile.${random}`;
}

/** Null when the content type names no boundary. */
export function multipartForm(rt: Executor, type: string, body: string, folder: string): Form | null {
  const boundary = parameter(type, 'boundary');
  if (boundary === null || boundary === '') return null;
  const fields = new PhpArray();
  const files = new PhpArray();
  const temporary: string[] = [];
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`);
  for (const part of parts.slice(1)) {
    if (part.startsWith('--')) break;
    const end = part.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const head = part.slice(0, end);
    const content = part.slice(end + 4);
    const disposition = /^content-disposition:[ \t]*form-data(.*)$/im.exec(head)?.[1];
    const name = disposition === undefined ? null : parameter(disposition, 'name');
    if (disposition === undefined || name === null) continue;
    const fileName = parameter(disposition, 'filename');
    if (fileName === null) {
      registerVariable(rt, fields, name, content);
      continue;
    }
    const path = fileName === '' ? '' : temporaryName(rt, folder);
    if (path !== '' && rt.host.writeFile(path, content, false)) temporary.push(path);
    const entry = PhpArray.fromEntries([
      ['name', fileName.slice(fileName.lastIndexOf('/') + 1)],
      ['type', /^content-type:[ \t]*(\S+)/im.exec(head)?.[1] ?? ''],
      ['tmp_name', path],
      ['error', fileName === '' ? 4 : 0],
      ['size', content.length],
    ]);
    registerVariable(rt, files, name, entry);
  }
  return { fields, files, temporary };
}
