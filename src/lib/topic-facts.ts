/** What the engine knows of a topic of the library whose code it has not loaded, and how a bundle holds it as text. */
import { PhpFloat, type Zval } from '../value/zval.ts';

/** What a topic has besides functions and classes. */
export interface TopicFacts {
  /** Name and value; values are uncounted. */
  readonly constants?: Readonly<Record<string, Zval>>;
  /** The same, deprecated. */
  readonly deprecated?: Readonly<Record<string, Zval>>;
  /** Other names of its classes: alias and name. */
  readonly aliases?: readonly (readonly [string, string])[];
  /** The extension that its members belong to, where PHP's own lists do not say so. The version is PHP's unless given. */
  readonly extension?: { readonly name: string; readonly version?: string };
}

/** JSON; a value that it lacks is an object: a float by its text, an int beyond 2^53 by its digits. */
type WrittenValue = null | boolean | number | string | { readonly float: string } | { readonly int: string };

interface WrittenFacts {
  readonly constants?: Readonly<Record<string, WrittenValue>>;
  readonly deprecated?: Readonly<Record<string, WrittenValue>>;
  readonly aliases?: TopicFacts['aliases'];
}

/** Reads what scripts/build/gates.mjs has written; '' are no facts. */
export function readFacts(text: string): TopicFacts {
  if (text === '') return {};
  const { constants = {}, deprecated = {}, aliases = [] } = JSON.parse(text) as WrittenFacts;
  return { constants: readValues(constants), deprecated: readValues(deprecated), aliases };
}

function readValues(written: Readonly<Record<string, WrittenValue>>): Record<string, Zval> {
  const values: Record<string, Zval> = {};
  for (const [name, value] of Object.entries(written)) values[name] = readValue(value);
  return values;
}

function readValue(value: WrittenValue): Zval {
  if (value === null || typeof value !== 'object') return value;
  return 'float' in value ? new PhpFloat(Number(value.float)) : BigInt(value.int);
}
