/**
 * The extensions of this engine and what belongs to them.
 * Source: php-src Zend/zend_modules.h; PHP's own lists by scripts/gen-extension-members.php
 */
import type { Executor } from '../vm/executor.ts';
import { addedExtensions } from './added-extensions.ts';
import { EXTENSION_MEMBERS } from './extension-members.generated.ts';
import { VERSION } from './version-compare.ts';

/** The extensions whose functions this engine has. */
const EXTENSIONS: readonly string[] = [
  'Core',
  'date',
  'ctype',
  'filter',
  'hash',
  'iconv',
  'json',
  'mbstring',
  'pcre',
  'random',
  'Reflection',
  'SPL',
  'standard',
  'tokenizer',
  'zlib',
];

type MemberKind = 'functions' | 'classes' | 'constants';

/** The names of all extensions. */
export function extensionNames(rt: Executor): string[] {
  return [...EXTENSIONS, ...addedExtensions(rt).keys()];
}

/** The name of an extension as it writes it, found in any case; null when there is none. */
export function findExtension(rt: Executor, name: string): string | null {
  return extensionNames(rt).find((one) => one.toLowerCase() === name.toLowerCase()) ?? null;
}

/** The version of an extension. */
export function versionOf(rt: Executor, extension: string): string {
  return addedExtensions(rt).get(extension)?.version ?? VERSION;
}

/** The names of the members of an extension. */
export function membersOf(rt: Executor, extension: string, kind: MemberKind): readonly string[] {
  const other = addedExtensions(rt).get(extension);
  if (other !== undefined) return other.members[kind]();
  const text = EXTENSION_MEMBERS[extension]?.[kind] ?? '';
  return text === '' ? [] : text.split(' ');
}

/** What an extension needs: name and kind (Required, Optional, Conflicts). */
export function dependenciesOf(extension: string): Readonly<Record<string, string>> {
  return EXTENSION_MEMBERS[extension]?.dependencies ?? {};
}

/** The extension that declares a function, class or constant (any case); null when none does. */
export function extensionOf(rt: Executor, kind: MemberKind, name: string): string | null {
  const index = rt.moduleState(`extensions-${kind}`, () => {
    const all = new Map<string, string>();
    for (const extension of [...Object.keys(EXTENSION_MEMBERS), ...addedExtensions(rt).keys()]) {
      for (const member of membersOf(rt, extension, kind)) all.set(member.toLowerCase(), extension);
    }
    return all;
  });
  return index.get(name.toLowerCase()) ?? null;
}
