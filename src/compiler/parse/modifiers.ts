/** Combining modifiers, with PHP's errors (php-src 8.2, Zend/zend_compile.c: zend_add_class_modifier, zend_add_member_modifier). */
import { CompileError } from '../../base/compile-error.ts';
import {
  ZEND_ACC_ABSTRACT,
  ZEND_ACC_FINAL,
  ZEND_ACC_PPP_MASK,
  ZEND_ACC_READONLY,
  ZEND_ACC_READONLY_CLASS,
  ZEND_ACC_STATIC,
} from '../ast-flags.ts';

type Named = ReadonlyArray<readonly [flag: number, word: string]>;

const CLASS_WORDS: Named = [
  [ZEND_ACC_ABSTRACT, 'abstract'],
  [ZEND_ACC_FINAL, 'final'],
  [ZEND_ACC_READONLY_CLASS, 'readonly'],
];
const MEMBER_WORDS: Named = [
  [ZEND_ACC_PPP_MASK, 'access type'],
  [ZEND_ACC_ABSTRACT, 'abstract'],
  [ZEND_ACC_STATIC, 'static'],
  [ZEND_ACC_FINAL, 'final'],
  [ZEND_ACC_READONLY, 'readonly'],
];

function add(flags: number, added: number, line: number, words: Named, what: string): number {
  for (const [mask, word] of words) {
    if ((flags & mask) !== 0 && (added & mask) !== 0) {
      throw new CompileError(`Multiple ${word} modifiers are not allowed`, line, 'compile', true);
    }
  }
  const all = flags | added;
  if ((all & ZEND_ACC_ABSTRACT) !== 0 && (all & ZEND_ACC_FINAL) !== 0) {
    throw new CompileError(`Cannot use the final modifier on an abstract ${what}`, line, 'compile', true);
  }
  return all;
}

/** Adds a modifier of a class; throws a CompileError on `line` when the two do not go together. */
export function addClassModifier(flags: number, added: number, line: number): number {
  return add(flags, added, line, CLASS_WORDS, 'class');
}

/** Adds a modifier of a method, property, constant or promoted parameter; throws like `addClassModifier`. */
export function addMemberModifier(flags: number, added: number, line: number): number {
  return add(flags, added, line, MEMBER_WORDS, 'class member');
}
