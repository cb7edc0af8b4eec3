import type { Command } from 'commander';
import { createEngine, createNodeHost, type Engine, type Host, textToBytes } from '../index.ts';
import { collectIni } from './ini.ts';
import { EXIT_NO_INPUT, openSource } from './open-source.ts';
import type { SetStatus } from './program.ts';

const EXIT_FATAL = 255;

/** `corovm lint FILE...`: says what `php -l` says of each file; the exit status is that of the worst. */
export function addLintCommand(program: Command, setStatus: SetStatus): void {
  program
    .command('lint')
    .description('check the syntax of PHP programs without running them')
    .usage('[options] FILE...')
    .argument('<files...>', 'the programs; - reads one from standard input')
    .option('-d, --define <key=value>', 'set an ini value (repeatable)', collectIni)
    .action((files: string[], options: { define?: Record<string, string> }) => {
      const host = createNodeHost();
      try {
        const engine = createEngine({ host, ini: options.define ?? {} });
        setStatus(files.reduce((worst, file) => Math.max(worst, lintFile(textToBytes(file), engine, host)), 0));
      } finally {
        host.flush();
      }
    });
}

function lintFile(path: string, engine: Engine, host: Host): number {
  const source = openSource(path, host);
  if (source === null) return EXIT_NO_INPUT;
  const shown = path === '-' ? 'Standard input code' : path;
  const { ok, output } = engine.lint(source, shown);
  host.writeOut(`${output}${ok ? 'No syntax errors detected in' : 'Errors parsing'} ${shown}\n`);
  return ok ? 0 : EXIT_FATAL;
}
