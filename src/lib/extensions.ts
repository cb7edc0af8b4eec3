/**
 * The extensions of this engine and what belongs to them.
 * Source: php-src Zend/zend_modules.h; PHP's own lists by scripts/gen-extension-members.php
 */
import type { Executor } from '../vm/executor.ts';
import { EXTENSION_MEMBERS } from './extension-members.generated.ts';

/** The extensions whose functions this engine has. */
export const EXTENSIONS: readonly string[] = [
  'Core',
  'date',
  'ctype',
  'hash',
  'json',
  'pcre',
  'Reflection',
  'SPL',
  'standard',
  'tokenizer',
];

type MemberKind = 'functions' | 'classes' | 'constants';

/** The names of PHP's members of an extension. */
export function membersOf(extension: string, kind: MemberKind): readonly string[] {
  const text = EXTENSION_MEMBERS[extension]?.[kind] ?? '';
  return text === '' ? [] : text.split(' ');
}

/** What an extension needs: name and kind (Required, Optional, Conflicts). */
export function dependenciesOf(extension: string): Readonly<Record<string, string>> {
  return EXTENSION_MEMBERS[extension]?.dependencies ?? {};
}

/** The extension that declares a function or class (any case); null when none of PHP's does. */
export function extensionOf(rt: Executor, kind: 'functions' | 'classes', name: string): string | null {
  const index = rt.moduleState(`extensions-${kind}`, () => {
    const all = new Map<string, string>();
    for (const extension of Object.keys(EXTENSION_MEMBERS)) {
      for (const member of membersOf(extension, kind)) all.set(member.toLowerCase(), extension);
    }
    return all;
  });
  return index.get(name.toLowerCase()) ?? null;
}
