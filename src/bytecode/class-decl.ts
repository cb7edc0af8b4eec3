/**
 * A class as compiled, before it is linked: immutable, shareable between engines and cacheable on disk.
 * The object layer turns it into a ClassEntry (DECLARE_CLASS and friends).
 * Source: php-src Zend/zend_compile.c (zend_compile_class_decl), zend.h (zend_class_entry)
 */
import type { Zval } from '../value/zval.ts';
import type { AttributeDecl, OpArray, PhpType } from './op-array.ts';

export interface PropertyDecl {
  name: string;
  /** ZEND_ACC_PUBLIC/PROTECTED/PRIVATE, STATIC, READONLY, PROMOTED */
  flags: number;
  type: PhpType | null;
  /** undefined: typed without default (uninitialized); may be PhpConstantAst. */
  default: Zval;
  docComment: string | null;
  attributes: AttributeDecl[] | null;
}

export interface ClassConstantDecl {
  name: string;
  flags: number;
  value: Zval;
  docComment: string | null;
  attributes: AttributeDecl[] | null;
  /** An enum case. */
  isCase: boolean;
}

/** `use A { x as protected y; B::z insteadof A; }` */
export interface TraitAliasDecl {
  traitName: string | null;
  methodName: string;
  alias: string | null;
  /** 0: unchanged. */
  modifiers: number;
}

export interface TraitPrecedenceDecl {
  traitName: string;
  methodName: string;
  excludes: string[];
}

export interface ClassDecl {
  name: string;
  lcName: string;
  /** ZEND_ACC_INTERFACE/TRAIT/ENUM/ABSTRACT/FINAL/ANON/READONLY ... */
  flags: number;
  parentName: string | null;
  /** As written, then what the compiler adds itself: `Stringable`, an enum's `UnitEnum` and `BackedEnum`. */
  interfaceNames: string[];
  traitNames: string[];
  traitAliases: TraitAliasDecl[];
  traitPrecedences: TraitPrecedenceDecl[];
  properties: PropertyDecl[];
  constants: ClassConstantDecl[];
  /** lower-cased name -> method, in order. */
  methods: Map<string, OpArray>;
  enumBackingType: PhpType | null;
  attributes: AttributeDecl[] | null;
  docComment: string | null;
  fileName: string;
  lineStart: number;
  lineEnd: number;
  /** True when the class stands at the top level of its file (hoisting candidate). */
  topLevel: boolean;
}
