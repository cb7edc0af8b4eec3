/**
 * Implementing and inheriting interfaces.
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_do_implement_interfaces, do_interface_implementation)
 */
import { ACC_FINAL, ACC_INTERFACE } from '../bytecode/type-flags.ts';
import { PhpConstantAst } from '../value/zval.ts';
import type { ClassConstant, ClassEntry } from './class-entry.ts';
import { classKindUc, displayName } from './class-queries.ts';
import { inheritMethod } from './inherit-method.ts';
import { type LinkContext, linkError } from './link-context.ts';

/** do_inherit_constant_check: may the interface's constant come into the class? */
function constantCheck(link: LinkContext, inherited: ClassConstant, name: string): boolean {
  const { ce } = link;
  const old = ce.constants.get(name);
  if (old === undefined) return true;
  if ((inherited.flags & ACC_FINAL) !== 0) {
    linkError(
      link,
      `${displayName(old.ce.name)}::${name} cannot override final constant ${displayName(inherited.ce.name)}::${name}`,
    );
  }
  if (old.ce !== inherited.ce && old.ce !== ce) {
    linkError(
      link,
      `${classKindUc(ce)} ${displayName(ce.name)} inherits both ${displayName(old.ce.name)}::${name} and ${displayName(inherited.ce.name)}::${name}, which is ambiguous`,
    );
  }
  return false;
}

/** do_implement_interface: the interface's own say. */
function callInterfaceHook(link: LinkContext, iface: ClassEntry): void {
  const { ce } = link;
  if ((ce.flags & ACC_INTERFACE) !== 0 || iface.interfaceGetsImplemented === null) return;
  const message = iface.interfaceGetsImplemented(iface, ce, link.rt);
  if (message !== null) linkError(link, message);
}

/** zend_do_inherit_interfaces: those of `from` that the class does not have yet, last first as Zend adds them. */
export function inheritInterfaces(link: LinkContext, from: ClassEntry): void {
  const { ce } = link;
  const before = ce.interfaces.length;
  const known = new Set(ce.interfaces);
  for (let i = from.interfaces.length - 1; i >= 0; i--) {
    const iface = from.interfaces[i] as ClassEntry;
    if (!known.has(iface)) ce.interfaces.push(iface);
  }
  for (let i = before; i < ce.interfaces.length; i++) callInterfaceHook(link, ce.interfaces[i] as ClassEntry);
}

/** do_interface_implementation */
function implementOne(link: LinkContext, iface: ClassEntry): void {
  const { ce } = link;
  for (const [name, constant] of iface.constants) {
    if (!constantCheck(link, constant, name)) continue;
    if (constant.value instanceof PhpConstantAst) ce.constantsUpdated = false;
    ce.constants.set(name, constant);
  }
  for (const [key, func] of iface.functionTable) inheritMethod(link, key, func, true);
  callInterfaceHook(link, iface);
  if (iface.interfaces.length > 0) inheritInterfaces(link, iface);
}

/** zend_do_implement_interfaces: `named` are the interfaces of the declaration, loaded, in order. */
export function implementInterfaces(link: LinkContext, named: readonly ClassEntry[]): void {
  const { ce } = link;
  const inherited = ce.parent?.interfaces ?? [];
  const all = [...inherited];
  for (const iface of named) {
    if ((iface.flags & ACC_INTERFACE) === 0) {
      linkError(link, `${displayName(ce.name)} cannot implement ${displayName(iface.name)} - it is not an interface`);
    }
    const at = all.indexOf(iface);
    if (at < 0) {
      all.push(iface);
      continue;
    }
    if (at >= inherited.length) {
      linkError(
        link,
        `${classKindUc(ce)} ${displayName(ce.name)} cannot implement previously implemented interface ${displayName(iface.name)}`,
      );
    }
    for (const [name, constant] of iface.constants) constantCheck(link, constant, name);
  }
  ce.interfaces = all;
  for (let i = 0; i < inherited.length; i++) callInterfaceHook(link, all[i] as ClassEntry);
  // interfaces of interfaces are added behind while this runs; only the named ones are implemented here
  const count = all.length;
  for (let i = inherited.length; i < count; i++) implementOne(link, all[i] as ClassEntry);
}
