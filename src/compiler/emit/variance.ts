/**
 * Whether one declared type is a subtype of another, as far as that is known while a file is compiled.
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_perform_covariant_type_check, zend_do_perform_implementation_check)
 */
import type { ArgInfo, OpArray, PhpType } from '../../bytecode/op-array.ts';
import {
  ACC_RETURN_REFERENCE,
  ACC_VARIADIC,
  MAY_BE_ANY,
  MAY_BE_CALLABLE,
  MAY_BE_NEVER,
  MAY_BE_OBJECT,
  MAY_BE_STATIC,
  MAY_BE_VOID,
} from '../../bytecode/type-flags.ts';
import { TYPE_PURE_MASK } from '../../bytecode/type-to-string.ts';
import { type BoundClass, isDescendant, resolveTypeName } from './bound-class.ts';
import { toLower } from './emit-op.ts';

/** INHERITANCE_*: unresolved means that a class is needed that is not known yet. */
export type InheritanceStatus = 'unresolved' | 'error' | 'success';

/** Looks a class up by name from inside `scope`; null when it is not bound yet. */
export type ClassLookup = (scope: BoundClass, name: string) => BoundClass | null;

/** zend_is_class_subtype_of_type; `types` is a union, or an intersection when `all`. */
function isClassSubtype(
  lookup: ClassLookup,
  feScope: BoundClass,
  feName: string,
  protoScope: BoundClass,
  proto: PhpType,
  all: boolean,
): InheritanceStatus {
  const fe = lookup(feScope, feName);
  let unresolved = false;
  if ((proto.mask & MAY_BE_OBJECT) !== 0) {
    if (fe !== null) return 'success';
    unresolved = true;
  }
  if ((proto.mask & MAY_BE_CALLABLE) !== 0 && fe === null) unresolved = true;
  for (const single of proto.classes) {
    if (typeof single !== 'string') {
      const status = isClassSubtype(lookup, feScope, feName, protoScope, { mask: 0, classes: single }, true);
      if (status === 'success') return status;
      if (status === 'unresolved') unresolved = true;
      continue;
    }
    const protoName = resolveTypeName(protoScope, single);
    if (toLower(feName) === toLower(protoName)) {
      if (!all) return 'success';
      continue;
    }
    const protoClass = lookup(protoScope, protoName);
    if (fe === null || protoClass === null) unresolved = true;
    else if (isDescendant(fe, protoClass) !== all) return all ? 'error' : 'success';
  }
  if (unresolved) return 'unresolved';
  return all ? 'success' : 'error';
}

/** An intersection as subtype: one of its members has to be a subtype of each (all) or one of the prototype's. */
function isIntersectionSubtype(
  lookup: ClassLookup,
  feScope: BoundClass,
  names: string[],
  protoScope: BoundClass,
  proto: PhpType,
): InheritanceStatus {
  if ((proto.mask & MAY_BE_OBJECT) !== 0) {
    return names.some((name) => lookup(feScope, resolveTypeName(feScope, name)) !== null) ? 'success' : 'unresolved';
  }
  let unresolved = false;
  for (const alternative of proto.classes) {
    const wanted = typeof alternative === 'string' ? [alternative] : alternative;
    const statuses = wanted.map((one) => {
      const type: PhpType = { mask: 0, classes: [one] };
      const each = names.map((name) =>
        isClassSubtype(lookup, feScope, resolveTypeName(feScope, name), protoScope, type, false),
      );
      if (each.includes('success')) return 'success';
      return each.includes('unresolved') ? 'unresolved' : 'error';
    });
    if (statuses.every((status) => status === 'success')) return 'success';
    if (!statuses.includes('error')) unresolved = true;
  }
  return unresolved ? 'unresolved' : 'error';
}

/** zend_type_permits_self */
function permitsSelf(lookup: ClassLookup, type: PhpType, scope: BoundClass, self: BoundClass): boolean {
  if ((type.mask & MAY_BE_OBJECT) !== 0) return true;
  return type.classes.some((single) => {
    const names = typeof single === 'string' ? [single] : single;
    return names.every((name) => {
      const ce = lookup(self, resolveTypeName(scope, name));
      return ce !== null && isDescendant(self, ce);
    });
  });
}

/** zend_perform_covariant_type_check: is `fe` (in the child) a subtype of `proto`? */
export function checkCovariant(
  lookup: ClassLookup,
  feScope: BoundClass,
  fe: PhpType,
  protoScope: BoundClass,
  proto: PhpType,
): InheritanceStatus {
  const feMask = fe.mask & TYPE_PURE_MASK;
  const protoMask = proto.mask & TYPE_PURE_MASK;
  if (protoMask === MAY_BE_ANY && (feMask & MAY_BE_VOID) === 0) return 'success';
  let added = feMask & ~protoMask;
  if ((added & MAY_BE_STATIC) !== 0 && permitsSelf(lookup, proto, protoScope, feScope)) added &= ~MAY_BE_STATIC;
  if (added === MAY_BE_NEVER) return 'success';
  if (added !== 0) return 'error';
  let unresolved = false;
  for (const single of fe.classes) {
    const status =
      typeof single === 'string'
        ? isClassSubtype(
            lookup,
            feScope,
            resolveTypeName(feScope, single),
            protoScope,
            soleIntersection(proto) ?? proto,
            soleIntersection(proto) !== null,
          )
        : isIntersectionSubtype(lookup, feScope, single, protoScope, proto);
    if (status === 'error') return 'error';
    if (status === 'unresolved') unresolved = true;
  }
  return unresolved ? 'unresolved' : 'success';
}

/** `A&B` alone as a list of names, null for any other type. */
function soleIntersection(type: PhpType): PhpType | null {
  const only = type.classes[0];
  if (type.classes.length !== 1 || only === undefined || typeof only === 'string') return null;
  return (type.mask & TYPE_PURE_MASK) === 0 ? { mask: 0, classes: only } : null;
}

/** zend_do_perform_arg_type_hint_check: parameters are contravariant. */
function checkArgument(
  lookup: ClassLookup,
  feScope: BoundClass,
  fe: ArgInfo,
  protoScope: BoundClass,
  proto: ArgInfo,
): InheritanceStatus {
  if (fe.type === null || (fe.type.mask & TYPE_PURE_MASK) === MAY_BE_ANY) return 'success';
  if (proto.type === null) return 'error';
  return checkCovariant(lookup, protoScope, proto.type, feScope, fe.type);
}

/** zend_do_perform_implementation_check: may method `fe` stand in for `proto`? */
export function checkImplementation(
  lookup: ClassLookup,
  feScope: BoundClass,
  fe: OpArray,
  protoScope: BoundClass,
  proto: OpArray,
): InheritanceStatus {
  if (proto.requiredNumArgs < fe.requiredNumArgs) return 'error';
  if ((proto.fnFlags & ACC_RETURN_REFERENCE) !== 0 && (fe.fnFlags & ACC_RETURN_REFERENCE) === 0) return 'error';
  const protoVariadic = (proto.fnFlags & ACC_VARIADIC) !== 0;
  const feVariadic = (fe.fnFlags & ACC_VARIADIC) !== 0;
  if (protoVariadic && !feVariadic) return 'error';
  let unresolved = false;
  const count = Math.max(proto.argInfo.length, fe.argInfo.length);
  for (let i = 0; i < count; i++) {
    const protoArg = proto.argInfo[i] ?? (protoVariadic ? proto.argInfo[proto.argInfo.length - 1] : undefined);
    const feArg = fe.argInfo[i] ?? (feVariadic ? fe.argInfo[fe.argInfo.length - 1] : undefined);
    if (protoArg === undefined) continue;
    if (feArg === undefined) return 'error';
    const status = checkArgument(lookup, feScope, feArg, protoScope, protoArg);
    if (status === 'error') return 'error';
    if (status === 'unresolved') unresolved = true;
    if (feArg.byRef !== protoArg.byRef) return 'error';
  }
  if (proto.returnType !== null) {
    if (fe.returnType === null) return 'error';
    const status = checkCovariant(lookup, feScope, fe.returnType, protoScope, proto.returnType);
    if (status === 'error') return 'error';
    if (status === 'unresolved') unresolved = true;
  }
  return unresolved ? 'unresolved' : 'success';
}

function sameType(a: PhpType, b: PhpType): boolean {
  return (
    (a.mask & TYPE_PURE_MASK) === (b.mask & TYPE_PURE_MASK) && JSON.stringify(a.classes) === JSON.stringify(b.classes)
  );
}

/** property_types_compatible: properties are invariant. */
export function checkPropertyTypes(
  lookup: ClassLookup,
  childScope: BoundClass,
  childType: PhpType | null,
  parentScope: BoundClass,
  parentType: PhpType,
): InheritanceStatus {
  if (childType === null) return 'error';
  if (sameType(childType, parentType) && childType.classes.every((name) => !isRelative(name))) return 'success';
  const down = checkCovariant(lookup, childScope, childType, parentScope, parentType);
  const up = checkCovariant(lookup, parentScope, parentType, childScope, childType);
  if (down === 'success' && up === 'success') return 'success';
  return down === 'error' || up === 'error' ? 'error' : 'unresolved';
}

/** Names that mean another class in the child; Zend compares the resolved ones. */
function isRelative(name: string | string[]): boolean {
  return typeof name === 'string' && (toLower(name) === 'self' || toLower(name) === 'parent');
}
