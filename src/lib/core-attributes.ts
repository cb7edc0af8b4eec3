/**
 * The attribute classes of the engine.
 * Source: php-src 8.2 Zend/zend_attributes.c
 */
import {
  ACC_FINAL,
  ACC_NOT_SERIALIZABLE,
  ACC_PRIVATE,
  ACC_READONLY,
  MAY_BE_ANY,
  MAY_BE_LONG,
} from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import { PhpArray } from '../value/php-array.ts';
import { release } from '../value/refcount.ts';
import { addRef } from '../value/zval.ts';
import { type MethodDef, method, p } from './define.ts';

/** Attribute::TARGET_* and IS_REPEATABLE. */
const TARGETS: readonly (readonly [name: string, value: number])[] = [
  ['TARGET_CLASS', 1],
  ['TARGET_FUNCTION', 2],
  ['TARGET_METHOD', 4],
  ['TARGET_PROPERTY', 8],
  ['TARGET_CLASS_CONSTANT', 16],
  ['TARGET_PARAMETER', 32],
  ['TARGET_ALL', 63],
  ['IS_REPEATABLE', 64],
];

/** ATTRIBUTE_FLAGS of `#[Attribute(...)]` on the engine's own attribute classes. */
const CLASS_ONLY = 1;
const METHOD_ONLY = 4;
const PARAMETER_ONLY = 32;

/** The allowed targets of the engine's own attributes, by lower-cased name. */
export const internalAttributeTargets: ReadonlyMap<string, number> = new Map([
  ['attribute', CLASS_ONLY],
  ['returntypewillchange', METHOD_ONLY],
  ['allowdynamicproperties', CLASS_ONLY],
  ['sensitiveparameter', PARAMETER_ONLY],
]);

function marker(name: string): ClassDef<MethodDef> {
  return {
    name,
    flags: ACC_FINAL,
    methods: [method({ name: '__construct', doc: `Creates a ${name}.`, params: [], returns: null, impl: () => null })],
  };
}

export const attributeClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'Attribute',
    flags: ACC_FINAL,
    constants: TARGETS.map(([name, value]) => ({ name, value })),
    properties: [{ name: 'flags', flags: 0, type: { mask: MAY_BE_LONG, classes: [] }, default: undefined }],
    methods: [
      method({
        name: '__construct',
        doc: 'Says where an attribute may stand.',
        params: [p.int('flags', { default: 63, text: 'Attribute::TARGET_ALL' })],
        returns: null,
        impl: (_rt, self, flags) => {
          self.props[0] = flags;
          return null;
        },
      }),
    ],
  },
  marker('ReturnTypeWillChange'),
  marker('AllowDynamicProperties'),
  marker('SensitiveParameter'),
  {
    name: 'SensitiveParameterValue',
    flags: ACC_FINAL | ACC_NOT_SERIALIZABLE,
    properties: [
      { name: 'value', flags: ACC_PRIVATE | ACC_READONLY, type: { mask: MAY_BE_ANY, classes: [] }, default: undefined },
    ],
    handlers: { getProperties: () => new PhpArray() },
    methods: [
      method({
        name: '__construct',
        doc: 'Wraps a value that must not be shown.',
        params: [p.mixed('value')],
        returns: null,
        impl: (rt, self, value) => {
          const old = self.props[0];
          self.props[0] = addRef(value);
          release(rt, old);
          return null;
        },
      }),
      method({
        name: 'getValue',
        doc: 'The value.',
        params: [],
        returns: ['mixed'],
        tentative: false,
        impl: (_rt, self) => addRef(self.props[0]),
      }),
      method({
        name: '__debugInfo',
        doc: 'Shows nothing.',
        params: [],
        returns: ['array'],
        tentative: false,
        impl: () => new PhpArray(),
      }),
    ],
  },
];
