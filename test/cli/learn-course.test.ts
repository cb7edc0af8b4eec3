/** The course that comes with corovm: every start fails, every solution passes, every text is there twice. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type BuildContext, context } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/cli/learn/course.ts';
import { ownCourse, packageRoot } from '../../src/cli/learn/places.ts';
import { proveExercise } from '../../src/cli/learn/prove.ts';
import { childTools, type Tools } from '../../src/cli/learn/run-child.ts';
import { createEngine, createVirtualTimeHost } from '../../src/index.ts';
import { capturingHost } from '../support/capture.ts';

const root = packageRoot();
const course = loadCourse(ownCourse());

/** Starts that never end: these run in a child process, with a short limit. */
const ENDLESS: ReadonlySet<string> = new Set(['03-calls/04-no-end', '15-event-loop/02-timer-that-stays']);

/** What the incremental builds replace: the path of a source, and the learner's text. */
const mended = { source: '', text: '' };
let builder: BuildContext | null = null;
/** The machine that nobody has broken: every solution of a machine exercise is it. */
let original: Uint8Array | null = null;

/** One esbuild context for all machines: a second build takes a tenth of the first. */
async function build(source: string, file: string, outfile: string): Promise<string | null> {
  mended.source = resolve(root, source);
  mended.text = readFileSync(file, 'utf8');
  builder ??= await context({
    stdin: {
      contents: "import { main } from './src/cli/main.ts';\nvoid main(process.argv.slice(2));\n",
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    write: false,
    plugins: [
      {
        name: 'mend',
        setup(plugins) {
          plugins.onLoad({ filter: /\.ts$/ }, ({ path }) =>
            path === mended.source ? { contents: mended.text, loader: 'ts', resolveDir: dirname(path) } : undefined,
          );
        },
      },
    ],
  });
  const isOriginal = mended.text === readFileSync(mended.source, 'utf8');
  const bundle = isOriginal && original !== null ? original : (await builder.rebuild()).outputFiles?.[0]?.contents;
  if (isOriginal) original = bundle ?? null;
  writeFileSync(outfile, bundle ?? '');
  return null;
}

const children = childTools({ seconds: 3, megabytes: 256 });

/** Programs run in this process. */
const inProcess: Tools = {
  ...children,
  build,
  run: async ({ program, args, realTime }) => {
    const { host, text } = capturingHost();
    await createEngine({ host: realTime ? host : createVirtualTimeHost(host) }).runFile(program, args);
    const decode = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
    return { out: decode(text.out), err: decode(text.err), limit: null };
  },
};

afterAll(() => builder?.dispose());

describe('the course', () => {
  it.each(course.map((one) => [one.id, one] as const))(
    '%s',
    async (id, exercise) => {
      const tools = ENDLESS.has(id) ? children : inProcess;
      expect(await proveExercise(exercise, 'en', tools)).toEqual([]);
    },
    120_000,
  );

  it('has ten exercises of each kind, none twice under a title', () => {
    const counts = new Map<string, number>();
    for (const { kind } of course) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(['deadlock', 'dump', 'fix', 'machine', 'output', 'write']);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(10);
    for (const lang of ['en', 'zh'] as const) {
      expect(new Set(course.map((one) => one.title[lang])).size).toBe(course.length);
    }
  });
});
