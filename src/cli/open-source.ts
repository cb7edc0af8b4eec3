import type { Host } from '../index.ts';

/** Exit status of php for an input file that it cannot open. */
export const EXIT_NO_INPUT = 1;

/**
 * The bytes of a file given on the command line, or null after saying what php says about it.
 * A directory is an empty program, as for php.
 * @param path byte string; `-` is standard input
 */
export function openSource(path: string, host: Host): string | null {
  if (path === '-') return readAll(host);
  if (host.stat(path)?.isDirectory === true) return '';
  const bytes = host.readFile(path);
  if (bytes === null) host.writeOut(`Could not open input file: ${path}\n`);
  return bytes;
}

function readAll(host: Host): string {
  const parts: string[] = [];
  for (let part = host.readIn(65536); part !== ''; part = host.readIn(65536)) parts.push(part);
  return parts.join('');
}
