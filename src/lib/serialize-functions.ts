/**
 * serialize, unserialize and __PHP_Incomplete_Class.
 * Source: php-src ext/standard/var.c, incomplete_class.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_ALLOW_DYNAMIC_PROPERTIES, ACC_FINAL } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import { lcName } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { typeName } from '../value/convert.ts';
import { isInt } from '../value/integer.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { deref } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, p } from './define.ts';
import { MAGIC_MEMBER, serializeValue } from './serializer.ts';
import { stringsOf } from './string-util.ts';
import { unserializeText } from './unserializer.ts';

function* unserializeImpl(rt: Executor, data: string, options: PhpArray | undefined): NativeCode {
  if (data === '') return false;
  let allowed: Set<string> | null = null;
  let maxDepth = rt.ini.number('unserialize_max_depth');
  const classes = deref(options?.getStr('allowed_classes'));
  if (classes instanceof PhpArray) {
    const names = yield* stringsOf(rt, classes);
    if (names === null) return null;
    allowed = new Set(names.map(lcName));
  } else if (classes === false) allowed = new Set();
  else if (classes !== undefined && classes !== true) {
    const given = typeName(classes);
    return rt.throwError(
      'TypeError',
      `unserialize(): Option "allowed_classes" must be of type array|bool, ${given} given`,
    );
  }
  const depth = deref(options?.getStr('max_depth'));
  if (depth !== undefined) {
    if (!isInt(depth)) {
      const given = typeName(depth);
      return rt.throwError('TypeError', `unserialize(): Option "max_depth" must be of type int, ${given} given`);
    }
    if (depth < 0) {
      return rt.throwError('ValueError', 'unserialize(): Option "max_depth" must be greater than or equal to 0');
    }
    maxDepth = Number(depth);
  }
  return yield* unserializeText(rt, data, { allowed, maxDepth });
}

export const serializeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'serialize',
    doc: 'A value as text that unserialize() turns back.',
    params: [p.mixed('value')],
    returns: ['string'],
    impl: (rt, value) => serializeValue(rt, value),
  }),
  fn({
    name: 'unserialize',
    doc: 'The value that serialize() turned into text.',
    params: [p.string('data'), p.optional(p.array('options'))],
    returns: ['mixed'],
    impl: unserializeImpl,
  }),
];

/** incomplete_class_message */
function incompleteMessage(obj: PhpObject, what: string): string {
  const name = obj.dyn?.getStr(MAGIC_MEMBER);
  const shown = typeof name === 'string' ? name : 'unknown';
  return `The script tried to ${what} on an incomplete object. Please ensure that the class definition "${shown}" of the object you are trying to operate on was loaded _before_ unserialize() gets called or provide an autoloader to load the class definition`;
}

function warn(rt: Runtime, obj: PhpObject): void {
  const frame = (rt as Executor).currentExecuteData?.func;
  const at = frame === undefined || frame.functionName === null ? 'main' : frame.functionName;
  const scope = frame?.scope == null ? '' : `${frame.scope.name}::`;
  rt.error(E_WARNING, `${scope}${at}(): ${incompleteMessage(obj, 'access a property')}`);
}

export const serializeClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: '__PHP_Incomplete_Class',
    flags: ACC_FINAL | ACC_ALLOW_DYNAMIC_PROPERTIES,
    handlers: {
      undefinedMethod: (obj) => incompleteMessage(obj, 'call a method'),
      *readProperty(rt, obj) {
        warn(rt, obj);
        return null;
      },
      *writeProperty(rt, obj) {
        return rt.throwError('Error', incompleteMessage(obj, 'modify a property'));
      },
      *hasProperty(rt, obj) {
        warn(rt, obj);
        return false;
      },
      *unsetProperty(rt, obj) {
        rt.throwError('Error', incompleteMessage(obj, 'modify a property'));
      },
    },
  },
];
