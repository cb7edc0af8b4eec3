/** EXPECT, EXPECTF and EXPECTREGEX. Source: php-src run-tests.php, expectf_to_regex(). */
import { spawnSync } from 'node:child_process';
import { phpTrim, type Sections } from './phpt-file.ts';

const CODES: Readonly<Record<string, string>> = {
  '%unicode_string_optional%': 'string',
  '%binary_string_optional%': 'string',
  '%unicode\\|string%': 'string',
  '%string\\|unicode%': 'string',
  '%u\\|b%': '',
  '%b\\|u%': '',
  '%e': '\\/',
  '%s': '[^\\r\\n]+',
  '%S': '[^\\r\\n]*',
  '%a': '.+?',
  '%A': '.*?',
  '%w': '\\s*',
  '%i': '[+-]?\\d+',
  '%d': '\\d+',
  '%x': '[0-9a-fA-F]+',
  '%f': '[+-]?(?:\\d+|(?=\\.\\d))(?:\\.\\d+)?(?:[Ee][+-]?\\d+)?',
  '%c': '.',
  '%0': '\\x00',
};

const CODE_PATTERN = new RegExp(
  Object.keys(CODES)
    .map((code) => escapeRegex(code))
    .join('|'),
  'g',
);

/** Constructs that JavaScript reads differently from PCRE: PHP is asked about those. */
const PCRE_ONLY = /\[\[:|\\[hHRKGQEXzNpPA]|\(\?[|R0-9&>(#imsx]|[*+?}]\+|\(\*/;

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** The regular expression of an EXPECTF section. */
export function expectfToRegex(expected: string): string {
  const quoted = expected
    .split('%r')
    .map((part, index, parts) => {
      if (index % 2 === 0) return escapeRegex(part);
      return index === parts.length - 1 ? escapeRegex(`%r${part}`) : `(${part})`;
    })
    .join('');
  return quoted.replace(CODE_PATTERN, (code) => CODES[code] ?? code);
}

/** preg_match('/^pattern$/s', subject). Asks PHP where JavaScript's syntax differs. */
export function regexMatches(pattern: string, subject: string): boolean {
  if (!PCRE_ONLY.test(pattern)) {
    try {
      return new RegExp(`^(?:${pattern})\\n?$`, 's').test(subject);
    } catch {
      // not valid in JavaScript
    }
  }
  return regexMatchesPhp(pattern, subject);
}

function regexMatchesPhp(pattern: string, subject: string): boolean {
  const code =
    "ini_set('pcre.backtrack_limit', PHP_INT_MAX); $d = stream_get_contents(STDIN); $n = (int)$d;" +
    "$d = substr($d, strpos($d, ':') + 1); $p = substr($d, 0, $n); $s = substr($d, $n);" +
    "echo @preg_match('/^' . $p . '$/s', $s) ? 'y' : 'n';";
  const slashes = pattern.replace(/(?<!\\)((?:\\\\)*)\//g, '$1\\/');
  const input = Buffer.from(`${slashes.length}:${slashes}${subject}`, 'latin1');
  const done = spawnSync('php', ['-r', code], { input, timeout: 20_000 });
  return done.stdout?.toString('latin1') === 'y';
}

export interface Verdict {
  readonly passed: boolean;
  readonly kind: 'EXPECT' | 'EXPECTF' | 'EXPECTREGEX';
  /** What the section asks for, trimmed. */
  readonly wanted: string;
}

/** Compares the captured output with the section of the test. */
export function judge(sections: Sections, output: string): Verdict {
  const have = normalise(output);
  for (const kind of ['EXPECT', 'EXPECTF', 'EXPECTREGEX'] as const) {
    const section = sections.get(kind);
    if (section === undefined) continue;
    const wanted = normalise(section);
    if (kind === 'EXPECT' || have === wanted) {
      const passed = have === wanted && kind !== 'EXPECTREGEX';
      if (passed || kind === 'EXPECT') return { passed, kind, wanted };
    }
    const pattern = kind === 'EXPECTF' ? expectfToRegex(wanted) : wanted;
    return { passed: regexMatches(pattern, have), kind, wanted };
  }
  return { passed: false, kind: 'EXPECT', wanted: '' };
}

function normalise(text: string): string {
  return phpTrim(text).replaceAll('\r\n', '\n');
}
