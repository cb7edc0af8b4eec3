/** Judging a foretold dump: opline by opline, with a hint at the first wrong one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, createNodeHost } from '../../index.ts';
import type { Exercise, Language } from './course.ts';
import type { Verdict } from './judge.ts';
import { say } from './words.ts';

/** One opline as an answer may write it: without its number, with any number of blanks. */
function normalize(line: string): string {
  return line
    .trim()
    .replace(/^\d{4}\s+/, '')
    .replace(/\s+/g, ' ');
}

/** Judges `text`, the learner's oplines: blank lines and those that begin with `#` or `;` do not count. */
export function judgeDump(exercise: Exercise, text: string, lang: Language): Verdict {
  const source = readFileSync(join(exercise.folder, 'program.php'), 'latin1');
  const engine = createEngine({ host: createNodeHost() });
  const wanted = engine.oplines(source, 'program.php', exercise.filter, lang);
  const given = text.split(/\r?\n/).filter((line) => !/^\s*(?:[#;].*)?$/.test(line));
  for (const [num, { text: opline, does }] of wanted.entries()) {
    const answer = given[num];
    if (answer === undefined) return no(say(lang, 'dumpMissing', number(num)), `  ${decode(does)}`);
    if (normalize(answer) === normalize(decode(opline))) continue;
    const rightName = opcodeOf(answer) === opcodeOf(opline);
    return no(
      say(lang, rightName ? 'dumpOperands' : 'dumpOpcode', number(num), answer.trim()),
      `  ${say(lang, 'dumpHint')}: ${decode(does)}`,
    );
  }
  if (given.length > wanted.length) return no(say(lang, 'dumpTooMany', String(wanted.length)));
  return { passed: true, lines: [] };
}

const no = (...lines: string[]): Verdict => ({ passed: false, lines });
const number = (num: number): string => String(num).padStart(4, '0');
const decode = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

function opcodeOf(line: string): string {
  const words = normalize(line).split(' ');
  return (words[1] === '=' ? words[2] : words[0]) ?? '';
}
