/** Small engines, values and their spelling for tests of src/value. */
import { stdHandlers } from '../../src/object/class-handlers.ts';
import { ClassEntry } from '../../src/object/class-entry.ts';
import type { ValueContext } from '../../src/value/context.ts';
import { PhpArray } from '../../src/value/php-array.ts';
import { PhpObject } from '../../src/value/php-object.ts';
import { PhpFloat, PhpReference, PhpResource, type Zval } from '../../src/value/zval.ts';

/** A ValueContext that writes down what happens. */
export class TestContext implements ValueContext {
  messages: string[] = [];
  exception: PhpObject | null = null;
  precision = 14;
  serializePrecision = -1;
  freed: PhpObject[] = [];
  error(level: number, message: string): void {
    this.messages.push(`E${level}:${message}`);
  }
  throwError(className: string, message: string): null {
    this.messages.push(`${className}:${message}`);
    this.exception = new PhpObject(0, new ClassEntry(1, className, stdHandlers), []);
    return null;
  }
  fatalError(message: string): never {
    throw new Error(`fatal: ${message}`);
  }
  freeObject(obj: PhpObject): void {
    this.freed.push(obj);
  }
  gcPossibleRoot(): void {}
  objectTypeName(obj: PhpObject): string {
    return obj.ce.name;
  }
  /** The messages since the last call, joined; clears the exception too. */
  take(): string {
    const text = this.messages.join(';');
    this.messages = [];
    this.exception = null;
    return text;
  }
}

export const stdClass: ClassEntry = new ClassEntry(1, 'stdClass', stdHandlers);

/** A stdClass object with dynamic properties. */
export function stdObject(properties: readonly (readonly [string, Zval])[]): PhpObject {
  const obj = new PhpObject(1, stdClass, []);
  if (properties.length > 0) obj.dyn = PhpArray.fromEntries(properties);
  return obj;
}

function hex(s: string): string {
  return Buffer.from(s, 'latin1').toString('hex');
}

function floatBits(d: number): string {
  if (Number.isNaN(d)) return 'NAN';
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(d);
  return bytes.toString('hex');
}

/** One spelling for a value that `PHP_REPR`'s repr() gives too. */
export function repr(v: Zval): string {
  if (v === undefined) return 'undef';
  if (v === null) return 'null';
  if (typeof v === 'boolean') return v ? 'true' : 'false';
  if (typeof v === 'number' || typeof v === 'bigint') return `i${v}`;
  if (typeof v === 'string') return `s${hex(v)}`;
  if (v instanceof PhpFloat) return `f${floatBits(v.value)}`;
  if (v instanceof PhpReference) return repr(v.val);
  if (v instanceof PhpArray) return `[${[...v.entries()].map(([k, e]) => `${repr(k)}=>${repr(e)}`).join(',')}]`;
  if (v instanceof PhpObject) return `o${v.ce.name}`;
  if (v instanceof PhpResource) return `r${v.id}`;
  return '?';
}

/** PHP's side: repr(), and report($f) that runs $f and prints its value or undef, then what was raised. */
export const PHP_REPR = `<?php
function repr($v) {
  if ($v === null) return 'null';
  if (is_bool($v)) return $v ? 'true' : 'false';
  if (is_int($v)) return "i$v";
  if (is_string($v)) return 's' . bin2hex($v);
  if (is_float($v)) return 'f' . (is_nan($v) ? 'NAN' : bin2hex(pack('E', $v)));
  if (is_array($v)) { $o = []; foreach ($v as $k => $e) $o[] = repr($k) . '=>' . repr($e); return '[' . implode(',', $o) . ']'; }
  if (is_object($v)) return 'o' . get_class($v);
  return 'r' . (int)$v;
}
$messages = [];
set_error_handler(function ($level, $message) { $GLOBALS['messages'][] = "E$level:$message"; return true; });
function report($f, ...$args) {
  global $messages;
  $messages = [];
  $r = 'undef';
  try { $r = repr($f(...$args)); } catch (Throwable $e) { $messages[] = get_class($e) . ':' . $e->getMessage(); }
  echo $r, ' ', implode(';', $messages), "\\n";
}
`;

/** A PHP expression for a value. */
export function phpSource(v: Zval): string {
  if (v === undefined || v === null) return 'null';
  if (typeof v === 'boolean') return v ? 'true' : 'false';
  if (typeof v === 'number') return `${v}`;
  if (typeof v === 'bigint') return v === -(2n ** 63n) ? 'PHP_INT_MIN' : `${v}`;
  if (typeof v === 'string') return `hex2bin('${hex(v)}')`;
  if (v instanceof PhpFloat) {
    if (Number.isNaN(v.value)) return 'NAN';
    return `unpack('E', hex2bin('${floatBits(v.value)}'))[1]`;
  }
  if (v instanceof PhpArray) {
    return `[${[...v.entries()].map(([k, e]) => `${phpSource(k)} => ${phpSource(e)}`).join(', ')}]`;
  }
  if (v instanceof PhpObject) {
    return v.dyn === null ? 'new stdClass' : `(object)${phpSource(v.dyn)}`;
  }
  if (v instanceof PhpResource && v.id === 1) return 'STDIN';
  throw new Error('no PHP source for this value');
}
