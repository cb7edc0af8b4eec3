/**
 * docs/opcodes.md and docs/opcodes.zh-CN.md: the reference of all opcodes, from the one table in src/bytecode/opcodes.ts.
 */
import { join } from 'node:path';
import { build } from 'esbuild';

/** The rows of the opcode table; Node 20 strips no types, so esbuild does. */
export async function loadOpcodeRows(root) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/bytecode/opcodes.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  return (await import(`data:text/javascript;base64,${source}`)).OPCODE_ROWS;
}

const WORDS = {
  en: {
    title: 'Opcodes',
    intro:
      'The opcodes of Zend Engine 4.2 (PHP 8.2), generated from `src/bytecode/opcodes.ts`. `T`: may throw. `U`: may run user code (magic methods, error handlers, destructors), and so may suspend a coroutine. `npm run docs` builds this page with a runnable example for each, from [docs/data/opcode-examples.json](data/opcode-examples.json).',
    head: '| No. | Name | Meaning | Operands | extended_value | Flow | | |',
  },
  zh: {
    title: '操作码',
    intro:
      'Zend 引擎 4.2（PHP 8.2）的操作码，由 `src/bytecode/opcodes.ts` 生成。`T`：可能抛出异常；`U`：可能运行用户代码（魔术方法、错误处理器、析构函数），因此协程可能在此挂起。`npm run docs` 生成的本页对每个操作码都有可运行的示例，取自 [docs/data/opcode-examples.json](data/opcode-examples.json)。',
    head: '| 编号 | 名称 | 含义 | 操作数 | extended_value | 控制流 | | |',
  },
};

const cell = (text) => text.replaceAll('|', '\\|');

function line(row, language) {
  const operands = [row.op1, row.op2].map((use) => (use === 'none' ? '–' : use)).join(', ');
  const effects = `${row.mayThrow ? 'T' : ''}${row.maySuspend ? 'U' : ''}`;
  return `| ${row.number} | \`${row.name}\` | \`${cell(row.equation)}\` | ${operands} | ${row.extended.join(', ')} | ${row.flow} | ${effects} | ${cell(row[language])} |`;
}

/** The page in one language: `en` or `zh`. */
export function opcodesPage(rows, language) {
  const words = WORDS[language];
  const lines = rows.map((row) => line(row, language));
  return `# ${words.title}\n\n${words.intro}\n\n${words.head}\n|---|---|---|---|---|---|---|---|\n${lines.join('\n')}\n`;
}
