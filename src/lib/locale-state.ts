/**
 * The locales of a program's categories. There are C (also called POSIX) and C.UTF-8, as in a bare Linux.
 * Source: php-src ext/standard/string.c (try_setlocale_str); glibc setlocale(3)
 */
import type { Executor } from '../vm/executor.ts';
import { environment } from './environment.ts';

const LC_ALL = 6;

/** In the order of glibc's answer about all; the first ones are LC_CTYPE (0) to LC_MESSAGES (5). */
const CATEGORIES: readonly string[] = [
  'LC_CTYPE',
  'LC_NUMERIC',
  'LC_TIME',
  'LC_COLLATE',
  'LC_MONETARY',
  'LC_MESSAGES',
  'LC_PAPER',
  'LC_NAME',
  'LC_ADDRESS',
  'LC_TELEPHONE',
  'LC_MEASUREMENT',
  'LC_IDENTIFICATION',
];

/** PHP starts with characters in UTF-8. */
function localesOf(rt: Executor): string[] {
  return rt.moduleState('locale', () => CATEGORIES.map((name) => (name === 'LC_CTYPE' ? 'C.UTF-8' : 'C')));
}

/** The name as the C library answers it; null when there is no such locale. */
function knownLocale(name: string): string | null {
  if (name === 'C' || name === 'POSIX') return 'C';
  return /^C\.[Uu][Tt][Ff]-?8$/.test(name) ? name : null;
}

function fromEnvironment(rt: Executor, category: number): string | null {
  const env = environment(rt);
  const name = ['LC_ALL', CATEGORIES[category] ?? '', 'LANG'].map((key) => env.get(key)).find((v) => v);
  return knownLocale(name ?? 'C');
}

/** The locale of a category (LC_ALL: of all) as setlocale() answers it. */
export function currentLocale(rt: Executor, category: number): string | false {
  const locales = localesOf(rt);
  if (category !== LC_ALL) return category < 6 ? (locales[category] ?? false) : false;
  const [first = 'C'] = locales;
  if (locales.every((name) => name === first)) return first;
  return CATEGORIES.map((name, i) => `${name}=${locales[i]}`).join(';');
}

/** Chooses a locale by name; false when there is none of it. */
export function chooseLocale(rt: Executor, category: number, name: string): string | false {
  if (category < 0 || category > LC_ALL) return false;
  const locales = localesOf(rt);
  const chosen = locales.map((old, i) => {
    if (category !== LC_ALL && category !== i) return old;
    return name === '' ? fromEnvironment(rt, i) : knownLocale(name);
  });
  if (chosen.includes(null)) return false;
  chosen.forEach((locale, i) => {
    locales[i] = locale ?? 'C';
  });
  return currentLocale(rt, category);
}
