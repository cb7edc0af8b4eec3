/**
 * The magic methods a class caches, and what their presence means.
 * Source: php-src 8.2 Zend/zend_API.c (zend_add_magic_method)
 */
import type { Func } from '../bytecode/op-array.ts';
import { ACC_CTOR, ACC_USE_GUARDS } from '../bytecode/type-flags.ts';
import type { ClassEntry, MagicMethods } from './class-entry.ts';

const MAGIC: ReadonlyMap<string, keyof MagicMethods> = new Map([
  ['__construct', 'constructor_'],
  ['__destruct', 'destructor'],
  ['__clone', 'clone'],
  ['__get', 'get'],
  ['__set', 'set'],
  ['__unset', 'unset'],
  ['__isset', 'isset'],
  ['__call', 'call'],
  ['__callstatic', 'callStatic'],
  ['__tostring', 'toString'],
  ['__debuginfo', 'debugInfo'],
  ['__serialize', 'serialize'],
  ['__unserialize', 'unserialize'],
]);

const GUARDED: ReadonlySet<keyof MagicMethods> = new Set(['get', 'set', 'unset', 'isset']);

/** zend_add_magic_method: remembers `func` when its name is magic. */
export function addMagicMethod(ce: ClassEntry, lcName: string, func: Func): void {
  if (lcName.charCodeAt(0) !== 95) return;
  const slot = MAGIC.get(lcName);
  if (slot === undefined) return;
  ce.magic[slot] = func;
  if (slot === 'constructor_') func.fnFlags |= ACC_CTOR;
  if (GUARDED.has(slot)) ce.flags |= ACC_USE_GUARDS;
}

/** do_inherit_parent_constructor: what the class does not define itself comes from the parent. */
export function inheritMagicMethods(ce: ClassEntry, parent: ClassEntry): void {
  for (const slot of MAGIC.values()) {
    ce.magic[slot] ??= parent.magic[slot];
  }
}

/** Magic slots whose function was replaced in the table (a copy with another prototype) follow it. */
export function refreshMagicMethods(ce: ClassEntry): void {
  for (const [lcName, slot] of MAGIC) {
    const func = ce.functionTable.get(lcName);
    if (func !== undefined && ce.magic[slot] !== null) ce.magic[slot] = func;
  }
}
