/** `corovm learn new`: the files of an exercise, to be filled in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../usage-error.ts';

const EXERCISE = {
  kind: 'write',
  title: { en: 'Say hello', zh: '打个招呼' },
  hints: [{ en: 'echo prints.', zh: 'echo 用来输出。' }],
  checks: [{ args: [], stdin: '', expect: 'hello\n' }],
  must: [{ pattern: '\\becho\\b', en: 'use echo', zh: '请使用 echo' }],
  mustNot: [],
};

const FILES: Readonly<Record<string, string>> = {
  'exercise.json': `${JSON.stringify(EXERCISE, null, 2)}\n`,
  'en.md': 'Complete `program.php` so that it prints `hello`.\n',
  'zh.md': '补全 `program.php`，使其输出 `hello`。\n',
  'start/program.php': '<?php\n',
  'solution/program.php': '<?php\necho "hello\\n";\n',
};

/** Writes a working exercise into a folder that must not be there; returns the files. @throws UsageError when it is */
export function createExercise(dir: string): string[] {
  if (existsSync(dir)) throw new UsageError(`"${dir}" is there already; see "corovm learn new --help"`);
  return Object.entries(FILES).map(([name, text]) => {
    const path = join(dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  });
}
