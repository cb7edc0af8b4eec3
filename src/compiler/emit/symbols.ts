/**
 * Names a file has declared so far, so that a later `use` of the same name is refused.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_register_seen_symbol)
 */
import type { Compiler } from './context.ts';

/** zend_register_seen_symbol: `kind` is ZEND_SYMBOL_*. */
export function registerSeenSymbol(c: Compiler, name: string, kind: number): void {
  c.fc.seenSymbols.set(name, (c.fc.seenSymbols.get(name) ?? 0) | kind);
}

/** zend_have_seen_symbol */
export function haveSeenSymbol(c: Compiler, name: string, kind: number): boolean {
  return ((c.fc.seenSymbols.get(name) ?? 0) & kind) !== 0;
}
