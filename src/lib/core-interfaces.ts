/**
 * The interfaces the engine itself knows, and stdClass.
 * Source: php-src 8.2 Zend/zend_interfaces.c, zend_enum.c, zend_exceptions.c
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import {
  ACC_ALLOW_DYNAMIC_PROPERTIES,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_FINAL,
  ACC_INTERFACE,
} from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { classKindUc, displayName } from '../object/class-queries.ts';
import type { Runtime } from '../object/runtime.ts';
import { type MethodDef, method, p, staticMethod } from './define.ts';

function implementsNamed(ce: ClassEntry, name: string): boolean {
  return ce.interfaces.some((iface) => iface.lcName === name);
}

/** zend_implement_traversable: only as part of Iterator or IteratorAggregate. */
function implementTraversable(self: ClassEntry, ce: ClassEntry, rt: Runtime): string | null {
  if ((ce.flags & ACC_EXPLICIT_ABSTRACT_CLASS) !== 0) return null;
  if (implementsNamed(ce, 'iterator') || implementsNamed(ce, 'iteratoraggregate')) return null;
  return rt.fatalErrorAt(
    `Class ${displayName(ce.name)} must implement interface ${self.name} as part of either Iterator or IteratorAggregate`,
    'Unknown',
    0,
  );
}

/** zend_implement_iterator, zend_implement_aggregate: not both. */
function implementIteration(_self: ClassEntry, ce: ClassEntry): string | null {
  if (!implementsNamed(ce, 'iterator') || !implementsNamed(ce, 'iteratoraggregate')) return null;
  return `Class ${displayName(ce.name)} cannot implement both Iterator and IteratorAggregate at the same time`;
}

/** zend_implement_throwable: only descendants of Exception and Error are throwable. */
function implementThrowable(self: ClassEntry, ce: ClassEntry): string | null {
  let root = ce;
  while (root.parent !== null) root = root.parent;
  if (root.type === 1 && (root.lcName === 'exception' || root.lcName === 'error')) return null;
  return `${classKindUc(ce)} ${displayName(ce.name)} cannot implement interface ${self.name}, extend Exception or Error instead`;
}

/** zend_implement_serializable: deprecated without the new methods. */
function implementSerializable(_self: ClassEntry, ce: ClassEntry, rt: Runtime): string | null {
  if ((ce.flags & ACC_EXPLICIT_ABSTRACT_CLASS) !== 0 || (ce.magic.serialize !== null && ce.magic.unserialize !== null))
    return null;
  rt.errorAt(
    E_DEPRECATED,
    `${displayName(ce.name)} implements the Serializable interface, which is deprecated. Implement __serialize() and __unserialize() instead (or in addition, if support for old PHP versions is necessary)`,
    ce.fileName ?? '',
    ce.lineStart,
  );
  return null;
}

function implementUnitEnum(self: ClassEntry, ce: ClassEntry): string | null {
  if ((ce.flags & ACC_ENUM) !== 0) return null;
  return `Non-enum class ${displayName(ce.name)} cannot implement interface ${self.name}`;
}

function implementBackedEnum(self: ClassEntry, ce: ClassEntry): string | null {
  if ((ce.flags & ACC_ENUM) === 0) return implementUnitEnum(self, ce);
  return ce.enumBackingType === null
    ? `Non-backed enum ${displayName(ce.name)} cannot implement interface ${self.name}`
    : null;
}

function abstractMethod(
  name: string,
  doc: string,
  params: Parameters<typeof method>[0]['params'],
  returns: readonly string[] | null,
  tentative = true,
): MethodDef {
  return method({ name, doc, params, returns, tentative, abstract: true });
}

/** In order of registration: parents and interfaces first. */
export const coreInterfaces: readonly ClassDef<MethodDef>[] = [
  { name: 'stdClass', flags: ACC_ALLOW_DYNAMIC_PROPERTIES },
  { name: '__PHP_Incomplete_Class', flags: ACC_FINAL | ACC_ALLOW_DYNAMIC_PROPERTIES },
  { name: 'Traversable', flags: ACC_INTERFACE, interfaceGetsImplemented: implementTraversable },
  {
    name: 'IteratorAggregate',
    flags: ACC_INTERFACE,
    interfaces: ['Traversable'],
    interfaceGetsImplemented: implementIteration,
    methods: [abstractMethod('getIterator', 'Returns an iterator over the object.', [], ['Traversable'])],
  },
  {
    name: 'Iterator',
    flags: ACC_INTERFACE,
    interfaces: ['Traversable'],
    interfaceGetsImplemented: implementIteration,
    methods: [
      abstractMethod('current', 'The current element.', [], ['mixed']),
      abstractMethod('next', 'Moves to the next element.', [], ['void']),
      abstractMethod('key', 'The key of the current element.', [], ['mixed']),
      abstractMethod('valid', 'Is there a current element?', [], ['bool']),
      abstractMethod('rewind', 'Moves to the first element.', [], ['void']),
    ],
  },
  {
    name: 'ArrayAccess',
    flags: ACC_INTERFACE,
    methods: [
      abstractMethod('offsetExists', 'isset($obj[$offset])', [p.mixed('offset')], ['bool']),
      abstractMethod('offsetGet', '$obj[$offset]', [p.mixed('offset')], ['mixed']),
      abstractMethod('offsetSet', '$obj[$offset] = $value', [p.mixed('offset'), p.mixed('value')], ['void']),
      abstractMethod('offsetUnset', 'unset($obj[$offset])', [p.mixed('offset')], ['void']),
    ],
  },
  {
    name: 'Serializable',
    flags: ACC_INTERFACE,
    interfaceGetsImplemented: implementSerializable,
    methods: [
      abstractMethod('serialize', 'The object as a string.', [], null),
      abstractMethod('unserialize', 'Restores the object from a string.', [p.string('data')], null),
    ],
  },
  {
    name: 'Countable',
    flags: ACC_INTERFACE,
    methods: [abstractMethod('count', 'What count($obj) answers.', [], ['int'])],
  },
  {
    name: 'Stringable',
    flags: ACC_INTERFACE,
    methods: [abstractMethod('__toString', 'The object as a string.', [], ['string'], false)],
  },
  {
    name: 'UnitEnum',
    flags: ACC_INTERFACE,
    interfaceGetsImplemented: implementUnitEnum,
    methods: [
      staticMethod({
        name: 'cases',
        doc: 'All cases in order of declaration.',
        params: [],
        returns: ['array'],
        tentative: false,
        abstract: true,
      }),
    ],
  },
  {
    name: 'BackedEnum',
    flags: ACC_INTERFACE,
    interfaces: ['UnitEnum'],
    interfaceGetsImplemented: implementBackedEnum,
    methods: [
      staticMethod({
        name: 'from',
        doc: 'The case with a backing value; throws when there is none.',
        params: [p.union('value', ['int', 'string'])],
        returns: ['static'],
        tentative: false,
        abstract: true,
      }),
      staticMethod({
        name: 'tryFrom',
        doc: 'The case with a backing value, null when there is none.',
        params: [p.union('value', ['int', 'string'])],
        returns: ['static', 'null'],
        tentative: false,
        abstract: true,
      }),
    ],
  },
  {
    name: 'Throwable',
    flags: ACC_INTERFACE,
    interfaces: ['Stringable'],
    interfaceGetsImplemented: implementThrowable,
    methods: [
      abstractMethod('getMessage', 'The message.', [], ['string'], false),
      abstractMethod('getCode', 'The code.', [], null),
      abstractMethod('getFile', 'The file in which it was created.', [], ['string'], false),
      abstractMethod('getLine', 'The line on which it was created.', [], ['int'], false),
      abstractMethod('getTrace', 'The stack trace.', [], ['array'], false),
      abstractMethod('getPrevious', 'The throwable that came before.', [], ['Throwable', 'null'], false),
      abstractMethod('getTraceAsString', 'The stack trace as text.', [], ['string'], false),
    ],
  },
];
