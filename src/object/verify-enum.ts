/**
 * What enums may not have.
 * Source: php-src 8.2 Zend/zend_enum.c (zend_verify_enum)
 */
import { ACC_STATIC } from '../bytecode/type-flags.ts';
import { displayName } from './class-queries.ts';
import { type LinkContext, linkError } from './link-context.ts';

const FORBIDDEN: readonly string[] = [
  '__construct',
  '__destruct',
  '__clone',
  '__sleep',
  '__wakeup',
  '__get',
  '__set',
  '__unset',
  '__isset',
  '__toString',
  '__debugInfo',
  '__serialize',
  '__unserialize',
];

/** zend_verify_enum: no properties of its own, no state-related magic methods, no Serializable. */
export function verifyEnum(link: LinkContext): void {
  const { ce } = link;
  for (const info of ce.propertiesInfo.values()) {
    const builtIn = info.name === 'name' || (info.name === 'value' && ce.enumBackingType !== null);
    if (!builtIn && (info.flags & ACC_STATIC) === 0) {
      linkError(link, `Enum ${displayName(ce.name)} cannot include properties`);
    }
  }
  for (const name of FORBIDDEN) {
    if (ce.functionTable.has(name.toLowerCase())) {
      linkError(link, `Enum ${displayName(ce.name)} cannot include magic method ${name}`);
    }
  }
  if (ce.interfaces.some((iface) => iface.lcName === 'serializable')) {
    linkError(link, 'Enums may not implement the Serializable interface');
  }
}
