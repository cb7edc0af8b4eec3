import { describe, expect, test } from 'vitest';
import { formatDump } from '../../src/bytecode/dump/dump.ts';
import { dumpUnits } from '../../src/bytecode/dump/units.ts';
import { compileFile, compileString, type FileOptions } from '../../src/compiler/compile-file.ts';
import { OP } from '../../src/bytecode/opcodes.ts';

function dumpOf(source: string, options: FileOptions = {}): string {
  const { main } = compileFile(source, '/program/x.php', options);
  return main === null ? '' : formatDump(dumpUnits(main));
}

describe('compileFile', () => {
  test('skips the #! line of the main script only', () => {
    const source = '#!/usr/bin/php\n<?php echo 1;';
    expect(dumpOf(source, { mainScript: true })).not.toContain('#!');
    expect(dumpOf(source)).toContain('#!/usr/bin/php');
  });

  test('reads <? as an open tag only where short tags are on', () => {
    expect(dumpOf('<? echo 1;', { shortTags: true })).toContain('ECHO int(1)');
    expect(dumpOf('<? echo 1;')).toContain('ECHO string("<? echo 1;")');
  });

  test('keeps warnings that came before the error', () => {
    const { diagnostics, failure } = compileFile('<?php\nuse A;\nfunction f(): void { return 1; }', '/x.php', {});
    expect(diagnostics).toEqual([
      { level: 2, message: "The use statement with non-compound name 'A' has no effect", line: 2 },
    ]);
    expect(failure).toMatchObject({ kind: 'compile', line: 3 });
  });

  test('remembers where the data behind __halt_compiler() begins', () => {
    const source = '<?php echo 1; __halt_compiler();data';
    expect(compileFile(source, '/x.php', {}).main?.script?.haltOffset).toBe(source.indexOf('data'));
  });

  test('compiles a chain of 20,000 operators without the host stack', () => {
    const { failure } = compileFile(`<?php echo $a${' . $b'.repeat(20_000)};`, '/x.php', {});
    expect(failure).toBeNull();
  });
});

describe('compileString', () => {
  test('starts in PHP mode and returns null at the end', () => {
    const { main } = compileString('$a = 1;', "/x.php(3) : eval()'d code", {});
    const last = main?.opcodes.at(-1);
    expect(last?.opcode).toBe(OP.RETURN);
    expect(last?.op1Lit).toBeNull();
  });

  test('a syntax error can be caught', () => {
    expect(compileString('$a = ;', '/x.php', {}).failure).toMatchObject({ kind: 'parse', catchable: true });
  });
});
