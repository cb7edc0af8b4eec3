/**
 * .phpt files: sections, and what a command-line runner cannot run.
 * Source: php-src run-tests.php. File contents are byte strings (latin1) throughout.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file is not a valid test. */
export class BorkedTest extends Error {}

/** Section name -> bytes. */
export type Sections = ReadonlyMap<string, string>;

const SECTION_NAMES: ReadonlySet<string> = new Set(
  (
    'TEST EXPECT EXPECTF EXPECTREGEX EXPECTREGEX_EXTERNAL EXPECT_EXTERNAL EXPECTF_EXTERNAL EXPECTHEADERS POST POST_RAW ' +
    'GZIP_POST DEFLATE_POST PUT GET COOKIE ARGS FILE FILEEOF FILE_EXTERNAL REDIRECTTEST CAPTURE_STDIO STDIN CGI PHPDBG ' +
    'INI ENV EXTENSIONS SKIPIF XFAIL XLEAK CLEAN CREDITS DESCRIPTION CONFLICTS WHITESPACE_SENSITIVE FLAKY HEADERS REQUEST ' +
    // ours
    'OPS OPT AST TRACE'
  ).split(' '),
);

/** A test with one of these, not empty, needs a web SAPI. */
const WEB_SECTIONS = [
  'GET',
  'POST',
  'GZIP_POST',
  'DEFLATE_POST',
  'POST_RAW',
  'PUT',
  'COOKIE',
  'EXPECTHEADERS',
  'HEADERS',
  'REQUEST',
];

const FILE_SECTIONS = ['FILE', 'FILEEOF', 'FILE_EXTERNAL'];

/** Trims what PHP's trim() trims. */
export function phpTrim(text: string): string {
  return text.replace(/^[ \t\n\r\0\x0b]+|[ \t\n\r\0\x0b]+$/g, '');
}

/** Splits at "\n" only, as fgets() does, keeping the line ends. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Reads a test. @throws BorkedTest */
export function parsePhpt(path: string): Sections {
  return parsePhptText(readFileSync(path, 'latin1'), dirname(path));
}

/**
 * @param text the file's bytes
 * @param folder where *_EXTERNAL files lie
 * @throws BorkedTest
 */
export function parsePhptText(text: string, folder: string): Sections {
  const sections = splitSections(splitLines(text));
  if (sections.has('REDIRECTTEST')) return sections;
  if (!sections.has('PHPDBG') && FILE_SECTIONS.filter((name) => sections.has(name)).length !== 1) {
    throw new BorkedTest('missing section --FILE--');
  }
  const fileEof = sections.get('FILEEOF');
  if (fileEof !== undefined) {
    sections.delete('FILEEOF');
    sections.set('FILE', fileEof.replace(/[\r\n]+$/, ''));
  }
  for (const name of ['FILE', 'EXPECT', 'EXPECTF', 'EXPECTREGEX']) loadExternal(sections, name, folder);
  if (['EXPECT', 'EXPECTF', 'EXPECTREGEX'].filter((name) => sections.has(name)).length !== 1) {
    throw new BorkedTest('missing section --EXPECT--, --EXPECTF-- or --EXPECTREGEX--');
  }
  return sections;
}

function splitSections(lines: readonly string[]): Map<string, string> {
  const [first, ...rest] = lines;
  if (first === undefined) throw new BorkedTest('empty test');
  if (!first.startsWith('--TEST--')) throw new BorkedTest('tests must start with --TEST--');
  const sections = new Map<string, string>([['TEST', '']]);
  let name = 'TEST';
  let done = false;
  for (const line of rest) {
    const head = /^--([_A-Z]+|EXPECT(?:F|REGEX)?_\d+)--/.exec(line)?.[1];
    if (head !== undefined) {
      name = head;
      if (sections.get(name)) throw new BorkedTest(`duplicated ${name} section`);
      if (!SECTION_NAMES.has(name) && !/\d$/.test(name)) throw new BorkedTest(`unknown section "${name}"`);
      sections.set(name, '');
      done = false;
      continue;
    }
    if (!done) sections.set(name, sections.get(name) + line);
    if (FILE_SECTIONS.includes(name) && /^===DONE===\s*$/.test(line)) done = true;
  }
  return sections;
}

function loadExternal(sections: Map<string, string>, name: string, folder: string): void {
  const external = sections.get(`${name}_EXTERNAL`);
  if (external === undefined) return;
  const target = join(folder, phpTrim(external.replaceAll('..', '')));
  if (!existsSync(target)) throw new BorkedTest(`could not load --${name}_EXTERNAL-- ${phpTrim(external)}`);
  sections.set(name, readFileSync(target, 'latin1'));
}

/** Why a command-line runner cannot run this test, or null. */
export function notApplicable(sections: Sections): string | null {
  for (const name of ['REDIRECTTEST', 'PHPDBG', 'CGI']) if (sections.has(name)) return name;
  return WEB_SECTIONS.find((name) => phpTrim(sections.get(name) ?? '') !== '') ?? null;
}
