/** A value with what is in it, a line an element, as `print` shows it. */
import { ACC_PRIVATE, ACC_PROTECTED } from '../bytecode/type-flags.ts';
import { objectProperties } from '../object/object-vars.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import { quotedText, valueText } from './value-text.ts';

const DEEPEST = 4;
const MOST_ELEMENTS = 100;
const LONGEST_STRING = 2000;
/** What fits is shown on one line. */
const ONE_LINE = 60;

interface Element {
  readonly label: string;
  readonly value: Zval;
}

/** The lines of a value; byte strings without line ends. */
export function valueTree(v: Zval, depth: number = DEEPEST): string[] {
  if (v instanceof PhpReference) {
    const [first = '', ...rest] = valueTree(v.val, depth);
    return [`&${first}`, ...rest];
  }
  if (typeof v === 'string') return [quotedText(v, LONGEST_STRING)];
  const isArray = v instanceof PhpArray;
  if ((!isArray && !(v instanceof PhpObject)) || depth === 0) return [valueText(v, 0)];
  const elements = isArray ? arrayElements(v) : propertyElements(v);
  const [open, close] = isArray ? ['[', ']'] : [`${valueText(v)} {`, '}'];
  if (elements.length === 0) return [isArray ? '[]' : valueText(v)];
  const shown = elements.slice(0, MOST_ELEMENTS).map(({ label, value }) => {
    const [first = '', ...rest] = valueTree(value, depth - 1);
    return [label + first, ...rest];
  });
  const missing = elements.length - shown.length;
  if (missing > 0) shown.push([`... ${elements.length} in all`]);
  const isFlat = shown.every((lines) => lines.length === 1);
  const line = open + shown.join(', ') + close;
  if (isFlat && line.length <= ONE_LINE) return [line];
  return [open, ...shown.flat().map((text) => `  ${text}`), close];
}

function arrayElements(array: PhpArray): Element[] {
  const elements: Element[] = [];
  let next = 0;
  for (const [key, value] of array.entries()) {
    const label = key === next ? '' : `${typeof key === 'string' ? quotedText(key, LONGEST_STRING) : key}: `;
    if (typeof key === 'number') next = key + 1;
    elements.push({ label, value });
  }
  return elements;
}

function propertyElements(object: PhpObject): Element[] {
  return [...objectProperties(object)].map(({ info, name, value }) => {
    const flags = info?.flags ?? 0;
    const kind = (flags & ACC_PRIVATE) !== 0 ? ' (private)' : (flags & ACC_PROTECTED) !== 0 ? ' (protected)' : '';
    return { label: `${name}${kind}: `, value };
  });
}
