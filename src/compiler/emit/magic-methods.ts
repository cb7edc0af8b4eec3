/**
 * What PHP demands of methods whose name starts with `__`.
 * Source: php-src 8.2 Zend/zend_API.c (zend_check_magic_method_implementation)
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { ClassDecl } from '../../bytecode/class-decl.ts';
import type { OpArray } from '../../bytecode/op-array.ts';
import {
  ACC_PUBLIC,
  ACC_STATIC,
  MAY_BE_ARRAY,
  MAY_BE_BOOL,
  MAY_BE_NEVER,
  MAY_BE_NULL,
  MAY_BE_OBJECT,
  MAY_BE_STATIC,
  MAY_BE_STRING,
  MAY_BE_VOID,
} from '../../bytecode/type-flags.ts';
import { TYPE_PURE_MASK, typeToString } from '../../bytecode/type-to-string.ts';
import type { Compiler } from './context.ts';

/** One magic method's rules, checked in this order. */
interface MagicRule {
  /** Exact number of parameters; undefined: any. */
  args?: number;
  static?: boolean;
  public?: boolean;
  /** Allowed type of each parameter. */
  argTypes?: readonly number[];
  /** Allowed return type; 0: none may be declared. */
  returns?: number;
}

const RULES: ReadonlyMap<string, MagicRule> = new Map<string, MagicRule>([
  ['__construct', { static: false, returns: 0 }],
  ['__destruct', { args: 0, static: false, returns: 0 }],
  ['__clone', { args: 0, static: false, returns: MAY_BE_VOID }],
  ['__get', { args: 1, static: false, public: true, argTypes: [MAY_BE_STRING] }],
  ['__set', { args: 2, static: false, public: true, argTypes: [MAY_BE_STRING], returns: MAY_BE_VOID }],
  ['__unset', { args: 1, static: false, public: true, argTypes: [MAY_BE_STRING], returns: MAY_BE_VOID }],
  ['__isset', { args: 1, static: false, public: true, argTypes: [MAY_BE_STRING], returns: MAY_BE_BOOL }],
  ['__call', { args: 2, static: false, public: true, argTypes: [MAY_BE_STRING, MAY_BE_ARRAY] }],
  ['__callstatic', { args: 2, static: true, public: true, argTypes: [MAY_BE_STRING, MAY_BE_ARRAY] }],
  ['__tostring', { args: 0, static: false, public: true, returns: MAY_BE_STRING }],
  ['__debuginfo', { args: 0, static: false, public: true, returns: MAY_BE_ARRAY | MAY_BE_NULL }],
  ['__serialize', { args: 0, static: false, public: true, returns: MAY_BE_ARRAY }],
  ['__unserialize', { args: 1, static: false, public: true, argTypes: [MAY_BE_ARRAY], returns: MAY_BE_VOID }],
  ['__set_state', { args: 1, static: true, public: true, argTypes: [MAY_BE_ARRAY], returns: MAY_BE_OBJECT }],
  ['__invoke', { static: false, public: true }],
  ['__sleep', { args: 0, static: false, public: true, returns: MAY_BE_ARRAY }],
  ['__wakeup', { args: 0, static: false, public: true, returns: MAY_BE_VOID }],
]);

function checkArgs(c: Compiler, method: OpArray, label: string, count: number): void {
  if (method.numArgs !== count) {
    if (count === 0) c.error(`Method ${label}() cannot take arguments`);
    c.error(`Method ${label}() must take exactly ${count === 1 ? '1 argument' : `${count} arguments`}`);
  }
  for (let i = 0; i < count; i++) {
    if (method.argInfo[i]?.byRef === true) c.error(`Method ${label}() cannot take arguments by reference`);
  }
}

function checkReturnType(c: Compiler, method: OpArray, label: string, allowed: number): void {
  const type = method.returnType;
  if (type === null) return;
  if (allowed === 0) c.error(`Method ${label}() cannot declare a return type`);
  if ((type.mask & MAY_BE_NEVER) !== 0) return;
  let extra = type.mask & TYPE_PURE_MASK & ~allowed;
  let hasClass = type.classes.length > 0;
  if ((extra & MAY_BE_STATIC) !== 0) {
    extra &= ~MAY_BE_STATIC;
    hasClass = true;
  }
  if (extra !== 0 || (hasClass && allowed !== MAY_BE_OBJECT)) {
    c.error(`${label}(): Return type must be ${typeToString({ mask: allowed, classes: [] })} when declared`);
  }
}

function checkArgType(c: Compiler, method: OpArray, label: string, i: number, allowed: number): void {
  const arg = method.argInfo[i];
  if (arg === undefined || arg.type === null || (arg.type.mask & allowed) !== 0) return;
  const text = typeToString({ mask: allowed, classes: [] });
  c.error(`${label}(): Parameter #${i + 1} ($${arg.name}) must be of type ${text} when declared`);
}

/** zend_check_magic_method_implementation: raises PHP's compile error or warning for method `lcName` of `ce`. */
export function checkMagicMethod(c: Compiler, ce: ClassDecl, method: OpArray, lcName: string): void {
  const rule = RULES.get(lcName);
  if (rule === undefined) return;
  const label = `${ce.name}::${method.functionName ?? ''}`;
  if (rule.args !== undefined) checkArgs(c, method, label, rule.args);
  const isStatic = (method.fnFlags & ACC_STATIC) !== 0;
  if (rule.static === true && !isStatic) c.error(`Method ${label}() must be static`);
  if (rule.static === false && isStatic) c.error(`Method ${label}() cannot be static`);
  if (rule.public === true && (method.fnFlags & ACC_PUBLIC) === 0) {
    c.warn(E_WARNING, `The magic method ${label}() must have public visibility`);
  }
  rule.argTypes?.forEach((allowed, i) => {
    checkArgType(c, method, label, i, allowed);
  });
  if (rule.returns !== undefined) checkReturnType(c, method, label, rule.returns);
}
