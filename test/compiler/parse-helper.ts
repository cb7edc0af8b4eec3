import { CompileError } from '../../src/base/compile-error.ts';
import { dumpAst } from '../../src/compiler/ast-dump.ts';
import { SourceParser } from '../../src/compiler/parse/parse-file.ts';

const parser = new SourceParser();

/** The AST of a source (given without its open tag) as text, without the top list. */
export function ast(code: string, lines = false): string {
  return parser
    .parse(`<?php ${code}`)
    .ast.children.map((child) => dumpAst(child, { lines }))
    .join('');
}

/** The error of a source as "kind: message @line", or null when it parses. */
export function errorOf(source: string): string | null {
  try {
    parser.parse(source);
    return null;
  } catch (error) {
    if (error instanceof CompileError) {
      return `${error.kind}: ${error.message} @${error.line}`;
    }
    throw error;
  }
}
