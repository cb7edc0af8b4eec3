import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CompileError } from '../../src/base/compile-error.ts';
import { PhpLexer } from '../../src/compiler/lex/lexer.ts';
import { SourceParser } from '../../src/compiler/parse/parse-file.ts';
import { describeWithPhp, runPhp } from '../support/php-oracle.ts';
import { seededRandom } from '../support/random.ts';
import { programs } from '../support/repository.ts';

const SEED = 82;
const MUTATIONS = 600;

/** What mutations put in. */
const FRAGMENTS =
  '; ) ( { } [ ] , => -> :: $x foo class function static 1 "a" "a$b" = & ? ?? ?-> | fn new #[A] public readonly use as if else endif case match yield const namespace /* ?> <?= ! - \\ a\\b enum try catch return list( "$a[ "{$x} ${ ` __LINE__ (int) 08 @ final <<<A'.split(
    ' ',
  );

const lexer = new PhpLexer({ shortTags: false });

/** Deletes, doubles, replaces or inserts one token, or cuts the source there. */
function mutate(source: string, random: () => number): string {
  const pick = (n: number): number => Math.floor(random() * n);
  const { tokens } = lexer.tokenize(source, 'startFile');
  const token = tokens[pick(tokens.length - 1)];
  if (token === undefined) {
    return source;
  }
  const start = token.startOffset;
  const end = start + token.image.length;
  const fragment = FRAGMENTS[pick(FRAGMENTS.length)] ?? ';';
  switch (pick(5)) {
    case 0:
      return source.slice(0, start) + source.slice(end);
    case 1:
      return `${source.slice(0, end)} ${token.image}${source.slice(end)}`;
    case 2:
      return `${source.slice(0, start)}${fragment} ${source.slice(end)}`;
    case 3:
      return `${source.slice(0, start)} ${fragment} ${source.slice(start)}`;
    default:
      return source.slice(0, end);
  }
}

/** What PHP's parser says of each source: class, message and line of the error, or "accepted". */
function askPhp(sources: readonly string[]): string[] {
  const data = JSON.stringify(sources.map((source) => Buffer.from(source, 'latin1').toString('base64')));
  const script = `<?php
    foreach (json_decode('${data}') as $source) {
      try {
        @PhpToken::tokenize(base64_decode($source), TOKEN_PARSE);
        $answer = 'accepted';
      } catch (CompileError $e) {
        $answer = get_class($e) . ': ' . $e->getMessage() . ' @' . $e->getLine();
      }
      echo base64_encode($answer), "\\n";
    }`;
  const lines = runPhp(script, ['memory_limit=1G', 'extension=tokenizer']).trim().split('\n');
  return lines.map((line) => Buffer.from(line, 'base64').toString('latin1'));
}

function askUs(parser: SourceParser, source: string): string {
  try {
    parser.parse(source);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof CompileError)) {
      throw error;
    }
    return `${error.kind === 'parse' ? 'ParseError' : 'CompileError'}: ${error.message} @${error.line}`;
  }
}

describeWithPhp('the parser', () => {
  test(`judges ${MUTATIONS} broken programs as PHP does (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const originals = programs().map((path) => readFileSync(path, 'latin1'));
    const sources = Array.from({ length: MUTATIONS }, () =>
      mutate(originals[Math.floor(random() * originals.length)] ?? '', random),
    );
    const parser = new SourceParser();
    const answers = askPhp(sources);
    expect(answers).toHaveLength(sources.length);
    sources.forEach((source, i) => {
      expect({ source, answer: askUs(parser, source) }).toEqual({ source, answer: answers[i] });
    });
  });
});
