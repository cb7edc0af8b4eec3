import { type Command, Option } from 'commander';
import {
  colourDump,
  createEngine,
  createNodeHost,
  createVirtualTimeHost,
  type DumpStyle,
  textToBytes,
  type ViewOptions,
} from '../index.ts';
import { colourLevel, dumpPaint } from './colour.ts';
import { collectIni } from './ini.ts';
import { chosenLanguage, languageOption, terminalWidth } from './language.ts';
import { EXIT_NO_INPUT, openSource } from './open-source.ts';
import type { SetStatus } from './program.ts';
import { UsageError } from './usage-error.ts';

interface DumpOptions {
  readonly define?: Record<string, string>;
  readonly style: DumpStyle;
  readonly json?: true;
  readonly filter?: string;
  readonly color?: 'auto' | 'always' | 'never';
  readonly explain?: true;
  readonly source?: true;
  readonly cfg?: true;
  readonly dot?: true;
  readonly annotate?: true;
  readonly virtualTime?: true;
  readonly lang?: 'en' | 'zh';
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
    .option('--explain', 'beside each opline its source, what it does, and why the compiler chose it')
    .option('--source', 'the lines of the program between the oplines')
    .option('--cfg', 'basic blocks and where control goes from each')
    .option('--dot', 'the basic blocks as a Graphviz graph')
    .option('--annotate', 'run the program (its output to standard error), then show what happened at each opline')
    .option('--virtual-time', 'with --annotate: sleeping takes no time')
    .addOption(languageOption())
    .option('--filter <name>', 'only op_arrays whose name contains this')
    .addOption(
      new Option('--color <when>', 'colours: on a terminal unless NO_COLOR is set, always, never')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .action((file: string, options: DumpOptions) => setStatus(dumpFile(file, options)));
}

function dumpFile(file: string, options: DumpOptions): number {
  checkStyle(options);
  const host = options.virtualTime === true ? createVirtualTimeHost(createNodeHost()) : createNodeHost();
  try {
    const path = textToBytes(file);
    const source = openSource(path, host);
    if (source === null) return EXIT_NO_INPUT;
    const engine = createEngine({ host, ini: options.define ?? {} });
    const style = options.json === true ? 'json' : options.style;
    const filter = options.filter === undefined ? undefined : textToBytes(options.filter);
    const resolved = path === '-' ? 'Standard input code' : (host.resolvePath(path) ?? path);
    const { ok, output } = isView(options)
      ? engine.view(source, resolved, viewOptions(options), filter)
      : engine.dump(source, resolved, style, filter);
    const level =
      style === 'json' || style === 'vld' || options.dot === true || !ok
        ? 0
        : colourLevel(options.color ?? 'auto', process.env, process.stdout.isTTY);
    host.writeOut(level === 0 ? output : colourDump(output, dumpPaint(level)));
    return ok ? 0 : EXIT_FATAL;
  } finally {
    host.flush();
  }
}

function isView(options: DumpOptions): boolean {
  return [options.explain, options.source, options.cfg, options.dot, options.annotate].includes(true);
}

/** The views have a layout of their own. */
function checkStyle(options: DumpOptions): void {
  if (isView(options) && (options.json === true || options.style !== 'opcache')) {
    throw new UsageError(
      '--explain, --source, --cfg, --dot and --annotate go with no --style and no --json; see "corovm dump --help"',
    );
  }
}

function viewOptions(options: DumpOptions): ViewOptions {
  return {
    explain: options.explain === true,
    source: options.source === true,
    cfg: options.cfg === true,
    dot: options.dot === true,
    annotate: options.annotate === true,
    lang: chosenLanguage(options.lang),
    width: terminalWidth(),
  };
}
