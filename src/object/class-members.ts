/**
 * Adding members to a class entry.
 * Source: php-src 8.2 Zend/zend_API.c (zend_declare_typed_property, zend_declare_class_constant_ex)
 */
import { ACC_PRIVATE, ACC_PROTECTED, ACC_PUBLIC, ACC_STATIC } from '../bytecode/type-flags.ts';
import { type Zval, PhpConstantAst } from '../value/zval.ts';
import { type ClassConstant, type ClassEntry, type PropertyInfo, StaticMember } from './class-entry.ts';

/** Declares a property; its slot is assigned here. `value` is taken over. */
export function declareProperty(ce: ClassEntry, info: PropertyInfo, value: Zval): void {
  if ((info.flags & ACC_STATIC) !== 0) {
    info.slot = ce.staticMembers.length;
    ce.staticMembers.push(new StaticMember(value));
  } else {
    const existing = ce.propertiesInfo.get(info.name);
    if (existing !== undefined && existing.ce === ce && (existing.flags & ACC_STATIC) === 0) {
      info.slot = existing.slot;
      ce.defaultProperties[info.slot] = value;
    } else {
      info.slot = ce.defaultProperties.length;
      ce.defaultProperties.push(value);
    }
  }
  if (value instanceof PhpConstantAst) ce.constantsUpdated = false;
  ce.propertiesInfo.set(info.name, info);
}

/** Declares a constant. */
export function declareConstant(ce: ClassEntry, constant: ClassConstant): void {
  if ((constant.flags & (ACC_PUBLIC | ACC_PROTECTED | ACC_PRIVATE)) === 0) constant.flags |= ACC_PUBLIC;
  if (constant.value instanceof PhpConstantAst || constant.isCase) ce.constantsUpdated = false;
  ce.constants.set(constant.name, constant);
}
