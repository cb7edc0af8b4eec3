/** The recorded answers of real PHP about sources that compile or do not: test/compiler/fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorLabel } from '../../src/base/diagnostics.ts';
import { compileFile } from '../../src/compiler/compile-file.ts';
import { SourceParser } from '../../src/compiler/parse/parse-file.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../compiler/fixtures');

/** A source and what `php -l` says of it. */
export interface CompileCase {
  readonly source: string;
  /** `Fatal error: ... on line 1` and the like; empty when PHP has nothing to say. */
  readonly messages: readonly string[];
}

/** The cases of compile-errors.txt. */
export function compileCases(): CompileCase[] {
  const text = readFileSync(join(FOLDER, 'compile-errors.txt'), 'latin1');
  const blocks = text.split('\n\n').map((block) => block.split('\n').filter((line) => !line.startsWith('# ')));
  return blocks
    .filter((lines) => lines.length > 1)
    .map(([source = '', ...said]) => ({
      source,
      messages: said.map((line) => line.slice('=> '.length)).filter((line) => line !== 'accepted' && line !== ''),
    }));
}

/** A program and its dump, as opcache prints it for `/program/NAME.php`. */
export interface DumpCase {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly dump: string;
}

/** The programs of fixtures/dumps. */
export function dumpCases(): DumpCase[] {
  const folder = join(FOLDER, 'dumps');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.php'))
    .map((file) => {
      const name = file.slice(0, -'.php'.length);
      return {
        name,
        path: `/program/${file}`,
        source: readFileSync(join(folder, file), 'latin1'),
        dump: readFileSync(join(folder, `${name}.dump`), 'latin1'),
      };
    });
}

const PARSE = 4;
const COMPILE_ERROR = 64;
const parser = new SourceParser();

/** What our compiler says of a source, worded like `CompileCase.messages`. */
export function compileMessages(source: string): string[] {
  const { diagnostics, failure } = compileFile(source, '/program/case.php', { parser });
  const found = diagnostics.map(({ level, message, line }) => `${errorLabel(level)}: ${message} on line ${line}`);
  if (failure !== null) {
    const label = errorLabel(failure.kind === 'parse' ? PARSE : COMPILE_ERROR);
    found.push(`${label}: ${failure.message} on line ${failure.line}`);
  }
  return found.map((line) => line.replaceAll(' in /program/case.php', ''));
}
