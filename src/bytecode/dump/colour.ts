/**
 * Colours for dumps on a terminal. The text stays the same byte for byte; only paint is put around its parts.
 */

/** What a part of a dump is. */
export type DumpPart = 'title' | 'comment' | 'number' | 'result' | 'opcode' | 'constant' | 'variable' | 'note';

/** Puts colour around a part; chalk's functions fit (the CLI brings them). */
export type Paint = (part: DumpPart, text: string) => string;

const OPLINE = /^(\d{4,}|L\d+ \(\d+\):)( +)((?:CV\d+\(\$[^)]*\)|[VTX]\d+) = )?([A-Z_][A-Z_0-9]*)(.*)$/s;
const ARGUMENT =
  /(string\(".*?"\)(?=[ ,]|$)|(?:int|float|bool|zval)\([^)]*\)|array\(\.\.\.\)|\bnull\b)|(CV\d+\(\$[^)]*\)|\b[VTX]\d+\b)|(\([a-z][a-z +_-]*\)|\bTHIS\b|\bNEXT\b)/gs;

function paintArguments(text: string, paint: Paint): string {
  return text.replace(ARGUMENT, (all, constant?: string, variable?: string) => {
    if (constant !== undefined) return paint('constant', all);
    return paint(variable !== undefined ? 'variable' : 'note', all);
  });
}

function paintLine(line: string, paint: Paint): string {
  if (/^ +;/.test(line)) return paint('comment', line);
  const m = OPLINE.exec(line);
  if (m !== null) {
    const [, num = '', gap = '', result, name = '', rest = ''] = m;
    const target = result === undefined ? '' : `${paint('result', result.slice(0, -3))} = `;
    return paint('number', num) + gap + target + paint('opcode', name) + paintArguments(rest, paint);
  }
  if (/^[^ ].*:(?: ;.*)?$/.test(line)) return paint('title', line);
  return line;
}

/** Paints a dump of style `opcache` or `php71`. */
export function colourDump(text: string, paint: Paint): string {
  return text
    .split('\n')
    .map((line) => paintLine(line, paint))
    .join('\n');
}
