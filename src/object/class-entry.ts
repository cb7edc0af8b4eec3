/**
 * Class entries: a linked class, as Zend's zend_class_entry.
 * Source: php-src Zend/zend.h, zend_compile.h, zend_object_handlers.h
 */
import type { AttributeDecl, Func, PhpType } from '../bytecode/op-array.ts';
import type { ClassDecl } from '../bytecode/class-decl.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { PropertySource, Zval } from '../value/zval.ts';
import type { ClassHandlers, IteratorFactory } from './class-handlers.ts';
import type { LinkContext } from './link-context.ts';
import type { Runtime } from './runtime.ts';

/** A declared property (zend_property_info). */
export interface PropertyInfo extends PropertySource {
  readonly name: string;
  flags: number;
  type: PhpType | null;
  /** Instance: number of the slot in PhpObject.props. Static: number in ClassEntry.staticMembers. */
  slot: number;
  /** The class that declares it. */
  ce: ClassEntry;
  docComment: string | null;
  attributes: AttributeDecl[] | null;
}

/** zend_class_constant */
export interface ClassConstant {
  name: string;
  /** May be PhpConstantAst until first use. */
  value: Zval;
  flags: number;
  ce: ClassEntry;
  docComment: string | null;
  attributes: AttributeDecl[] | null;
  isCase: boolean;
  /** Its expression is being evaluated (IS_CONSTANT_VISITED). */
  visiting?: boolean;
}

/**
 * The box of one static property; a child shares its parent's boxes for inherited statics. The value sits in a slot, so
 * that a fetch for writing can point to it as to a property's or a variable's slot.
 */
export class StaticMember {
  readonly slot: Zval[];
  constructor(value: Zval) {
    this.slot = [value];
  }
  /** Value, or PhpReference. undefined: uninitialized typed. */
  get value(): Zval {
    return this.slot[0];
  }
  set value(v: Zval) {
    this.slot[0] = v;
  }
}

/** The magic methods Zend caches on the class. */
export interface MagicMethods {
  constructor_: Func | null;
  destructor: Func | null;
  clone: Func | null;
  get: Func | null;
  set: Func | null;
  unset: Func | null;
  isset: Func | null;
  call: Func | null;
  callStatic: Func | null;
  toString: Func | null;
  debugInfo: Func | null;
  serialize: Func | null;
  unserialize: Func | null;
}

export class ClassEntry {
  /** ZEND_INTERNAL_CLASS 1 or ZEND_USER_CLASS 2 */
  readonly type: 1 | 2;
  name: string;
  lcName: string;
  parent: ClassEntry | null = null;
  /** ZEND_ACC_* */
  flags = 0;
  /** All interfaces, inherited ones included, in Zend's order. */
  interfaces: ClassEntry[] = [];
  traits: ClassEntry[] = [];
  /** lower-cased name -> function, in Zend's order. */
  functionTable: Map<string, Func> = new Map();
  propertiesInfo: Map<string, PropertyInfo> = new Map();
  /** By slot: the PropertyInfo of each instance slot (private ones of parents included). */
  propertiesInfoTable: (PropertyInfo | null)[] = [];
  /** Instance defaults by slot; undefined: typed and uninitialized. May hold PhpConstantAst until updated. */
  defaultProperties: Zval[] = [];
  staticMembers: StaticMember[] = [];
  constants: Map<string, ClassConstant> = new Map();
  magic: MagicMethods = {
    constructor_: null,
    destructor: null,
    clone: null,
    get: null,
    set: null,
    unset: null,
    isset: null,
    call: null,
    callStatic: null,
    toString: null,
    debugInfo: null,
    serialize: null,
    unserialize: null,
  };
  /** Object handlers; the standard ones unless an internal class overrides some (ArrayObject, Closure, ...). */
  handlers: ClassHandlers;
  /** zend_class_entry.create_object: fills `native` of a new instance. */
  createObject: ((obj: PhpObject) => void) | null = null;
  /** zend_class_entry.get_iterator of internal Traversables (see class-handlers.ts); null: by Iterator/IteratorAggregate methods. */
  getIterator: IteratorFactory | null = null;
  /** Called on a class that is about to implement/extend this interface; returns an error message or null. */
  interfaceGetsImplemented: ((self: ClassEntry, implementor: ClassEntry, rt: Runtime) => string | null) | null = null;
  enumBackingType: PhpType | null = null;
  /** Backed enums: value -> case name. */
  enumBackedTable: PhpArray | null = null;
  attributes: AttributeDecl[] | null = null;
  docComment: string | null = null;
  fileName: string | null = null;
  lineStart = 0;
  lineEnd = 0;
  decl: ClassDecl | null = null;
  /** While it is being linked. */
  link: LinkContext | null = null;
  /** Constants, defaults and statics hold no PhpConstantAst any more (ZEND_ACC_CONSTANTS_UPDATED). */
  constantsUpdated = false;
  constructor(type: 1 | 2, name: string, handlers: ClassHandlers) {
    this.type = type;
    this.name = name;
    this.lcName = name.toLowerCase();
    this.handlers = handlers;
  }
}
