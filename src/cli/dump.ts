import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  colourDump,
  createEngine,
  createNodeHost,
  createVirtualTimeHost,
  type DumpStyle,
  type OptimizedViewOptions,
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
  readonly optLevel?: number;
  readonly diff?: true;
  readonly virtualTime?: true;
  readonly lang?: 'en' | 'zh';
}

/** Exit status of php for a file that does not compile. */
const EXIT_FATAL = 255;

const AFTER_OPTIMIZER = 0x20000;

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
    .addOption(
      new Option(
        '--opt-level <bits>',
        'as opcache.opt_debug_level: 0x10000 before the optimizer, 0x20000 behind its passes 1, 3, 5 and 9 to 11 (-d opcache.optimization_level chooses), 0x1 behind pass 1, 0x4 behind pass 3, ...',
      ).argParser(parseBits),
    )
    .option('--diff', 'before and behind the optimizer side by side, with the passes that made the difference')
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
    const { ok, output } = isOptimized(options)
      ? engine.optimized(source, resolved, optimizedOptions(options, style), filter)
      : isView(options)
        ? engine.view(source, resolved, viewOptions(options), filter)
        : engine.dump(source, resolved, style, filter);
    const level =
      style === 'json' || style === 'vld' || options.dot === true || options.diff === true || !ok
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

function isOptimized(options: DumpOptions): boolean {
  return options.optLevel !== undefined || options.diff === true;
}

/** A number of bits as php reads it: decimal or 0x. */
function parseBits(text: string): number {
  if (!/^(?:\d+|0[xX][\da-fA-F]+)$/.test(text)) throw new InvalidArgumentError('It is a number such as 0x20000.');
  return Number(text);
}

/** The views have a layout of their own. */
function checkStyle(options: DumpOptions): void {
  if (isView(options) && isOptimized(options)) {
    throw new UsageError('--opt-level and --diff go with no --explain, --source, --cfg, --dot or --annotate');
  }
  if (options.diff === true && (options.json === true || options.style !== 'opcache')) {
    throw new UsageError('--diff goes with no --style and no --json; see "corovm dump --help"');
  }
  if (isView(options) && (options.json === true || options.style !== 'opcache')) {
    throw new UsageError(
      '--explain, --source, --cfg, --dot and --annotate go with no --style and no --json; see "corovm dump --help"',
    );
  }
}

function optimizedOptions(options: DumpOptions, style: DumpStyle): OptimizedViewOptions {
  const level = options.define?.['opcache.optimization_level'];
  return {
    debugLevel: options.optLevel ?? AFTER_OPTIMIZER,
    passes: level === undefined ? undefined : parseBits(level),
    diff: options.diff === true,
    style,
    width: terminalWidth(),
  };
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
