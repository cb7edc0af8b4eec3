/** A value in a few characters, as slots and notes show it: `int(5)`, `"abc"`, `array(2)`, `object(Foo)#3`. */
import { floatForVarExport } from '../value/number-format.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { oplineNumber } from '../bytecode/dump/format.ts';
import { FastCall } from '../vm/fast-call.ts';
import { ForeachState } from '../vm/foreach-state.ts';
import { PhpConstantAst, PhpFloat, PhpIndirect, PhpReference, PhpResource, type Zval } from '../value/zval.ts';

const LONGEST_STRING = 24;
const MOST_ELEMENTS = 3;
/** As var_export: 1.0 is no 1. */
const SHORTEST = -1;

/** `depth`: how many levels of arrays are shown with their elements. A byte string without line ends. */
export function valueText(v: unknown, depth = 1): string {
  switch (typeof v) {
    case 'undefined':
      return 'undef';
    case 'boolean':
      return String(v);
    case 'number':
    case 'bigint':
      return String(v);
    case 'string':
      return quotedText(v);
  }
  if (v === null) return 'null';
  if (v instanceof PhpFloat) return floatForVarExport(v.value, SHORTEST);
  if (v instanceof PhpReference) return `&${valueText(v.val, depth)}`;
  if (v instanceof PhpArray) return arrayText(v, depth);
  if (v instanceof PhpObject) return `${v.ce.name.split('\0', 1)[0]}#${v.handle}`;
  if (v instanceof PhpResource) return `resource#${v.id}`;
  if (v instanceof PhpIndirect) return `-> ${valueText(v.slots[v.index], depth)}`;
  if (v instanceof FastCall) return v.opline < 0 ? '(from an exception)' : `(from ${oplineNumber(v.opline)})`;
  if (v instanceof ForeachState) return '(iterator)';
  return v instanceof PhpConstantAst ? 'constant' : '(engine)';
}

/** A string in quotes, of at most `most` bytes. */
export function quotedText(s: string, most: number = LONGEST_STRING): string {
  const shown = s.length > most ? `${s.slice(0, most - 3)}...` : s;
  const escaped = shown.replace(/[\\"\n\r\t\0]/g, (ch) => ESCAPES[ch] ?? ch).replace(/[\x00-\x1f\x7f]/g, '.');
  return `"${escaped}"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};

function arrayText(array: PhpArray, depth: number): string {
  const size = array.count;
  if (size === 0) return '[]';
  if (depth === 0) return `array(${size})`;
  const parts: string[] = [];
  let next = 0;
  for (const [key, value] of array.entries()) {
    if (parts.length === MOST_ELEMENTS) {
      parts.push(`... ${size} in all`);
      break;
    }
    const label = key === next ? '' : `${typeof key === 'string' ? quotedText(key) : key}: `;
    if (typeof key === 'number') next = key + 1;
    parts.push(label + valueText(value as Zval, depth - 1));
  }
  return `[${parts.join(', ')}]`;
}
