import { type Command, Option } from 'commander';
import { colourDump, createEngine, createNodeHost, type DumpStyle, textToBytes } from '../index.ts';
import { colourLevel, dumpPaint } from './colour.ts';
import { collectIni } from './ini.ts';
import { EXIT_NO_INPUT, openSource } from './open-source.ts';
import type { SetStatus } from './program.ts';

interface DumpOptions {
  readonly define?: Record<string, string>;
  readonly style: DumpStyle;
  readonly json?: true;
  readonly filter?: string;
  readonly color?: 'auto' | 'always' | 'never';
}

/** Exit status of php for a file that does not compile. */
const EXIT_FATAL = 255;

/** `corovm dump FILE`: the opcodes, as opcache's debug dump prints them, without running the program. */
export function addDumpCommand(program: Command, setStatus: SetStatus): void {
  program
    .command('dump')
    .description('print the opcodes of a PHP program without running it')
    .usage('[options] FILE|-')
    .argument('<file>', 'the program; - reads it from standard input')
    .option('-d, --define <key=value>', 'set an ini value (repeatable)', collectIni)
    .addOption(new Option('--style <name>', 'layout').choices(['opcache', 'php71', 'vld', 'json']).default('opcache'))
    .option('--json', 'the same as --style=json')
    .option('--filter <name>', 'only op_arrays whose name contains this')
    .addOption(
      new Option('--color <when>', 'colours: on a terminal unless NO_COLOR is set, always, never')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .action((file: string, options: DumpOptions) => setStatus(dumpFile(file, options)));
}

function dumpFile(file: string, options: DumpOptions): number {
  const host = createNodeHost();
  try {
    const path = textToBytes(file);
    const source = openSource(path, host);
    if (source === null) return EXIT_NO_INPUT;
    const engine = createEngine({ host, ini: options.define ?? {} });
    const style = options.json === true ? 'json' : options.style;
    const filter = options.filter === undefined ? undefined : textToBytes(options.filter);
    const resolved = path === '-' ? 'Standard input code' : (host.resolvePath(path) ?? path);
    const { ok, output } = engine.dump(source, resolved, style, filter);
    const level =
      style === 'json' || style === 'vld' || !ok
        ? 0
        : colourLevel(options.color ?? 'auto', process.env, process.stdout.isTTY);
    host.writeOut(level === 0 ? output : colourDump(output, dumpPaint(level)));
    return ok ? 0 : EXIT_FATAL;
  } finally {
    host.flush();
  }
}
