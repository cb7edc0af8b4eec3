/**
 * Global constants: define(), const, the engine's own.
 * Source: php-src Zend/zend_constants.c
 */
import { internalConstant, specialConstant } from '../bytecode/internal-constants.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from './executor.ts';

/** The key a constant is kept under: the namespace part is case-insensitive, the name is not. */
export function constantKey(name: string): string {
  const bare = name.charCodeAt(0) === 92 ? name.slice(1) : name;
  const at = bare.lastIndexOf('\\');
  return at < 0 ? bare : bare.slice(0, at).toLowerCase() + bare.slice(at);
}

/**
 * The value of a constant, borrowed; undefined when there is none. `fallback`: an unqualified name in a namespace is
 * also looked up in the global one. true, false and null go in any case.
 */
export function findConstant(vm: Executor, name: string, fallback: boolean): Zval {
  const found = vm.constants.get(constantKey(name));
  if (found !== undefined) return found.value;
  const plain = fallback ? name.slice(name.lastIndexOf('\\') + 1) : name;
  if (fallback) {
    const global = vm.constants.get(plain);
    if (global !== undefined) return global.value;
  }
  const special = specialConstant(plain);
  // what the library has no topic for yet, the compiler's table of PHP's constants knows
  return special !== undefined ? special : internalConstant(plain.charCodeAt(0) === 92 ? plain.slice(1) : plain);
}

/** Registers a constant (owned value); false when the name is taken. */
export function registerConstant(vm: Executor, name: string, value: Zval, persistent: boolean): boolean {
  const key = constantKey(name);
  if (vm.constants.has(key) || specialConstant(key) !== undefined) return false;
  if (!persistent && internalConstant(key) !== undefined) return false;
  vm.constants.set(key, { name, value, persistent, deprecated: false });
  return true;
}
