/**
 * Commands on a page. The first line of the block's mark is what is run:
 *
 *   corovm dump FILE           any command of corovm: its output. A body is its standard input (`debug --script -`).
 *   corovm-source FILE         the program
 *   corovm-stack FILE AT       the stack of every machine before opline number AT of the run; the body is the caption
 *   corovm-timeline FILE       who runs when; the body is the caption
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackPicture } from './stack-picture.mjs';
import { timelinePicture } from './timeline-picture.mjs';
import { escapeHtml } from './html.mjs';

/** Runs corovm and returns what it prints, with no path of this machine in it. @throws Error when it fails to start */
export function runCorovm(root, words, input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'bin/corovm.js'), ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LANG: 'C', COLUMNS: '100' },
  });
  if (status === null || status === 2 || status === 70) throw new Error(`corovm ${words.join(' ')}: ${stderr}`);
  return { out: stdout.replaceAll(`${root}/`, ''), err: stderr.replaceAll(`${root}/`, '') };
}

function shown(command, text) {
  return `<pre><code><span class="command">$ ${escapeHtml(command)}</span>\n${escapeHtml(text.trimEnd())}</code></pre>\n`;
}

/** What has been run, by mark and body: two languages of a page show the same. */
const done = new Map();

/** HTML in place of a block. */
export async function runDirective(root, token) {
  const key = `${token.info}\n${token.content}`;
  if (!done.has(key)) done.set(key, await makeBlock(root, token));
  return done.get(key);
}

async function makeBlock(root, token) {
  const [kind, ...words] = token.info.trim().split(/\s+/);
  const body = token.content.trim();
  const figure = (svg) => `<figure>${svg}<figcaption>${escapeHtml(body)}</figcaption></figure>\n`;
  switch (kind) {
    case 'corovm': {
      const { out, err } = runCorovm(root, words, token.content);
      const isTraced = words.some((word) => /^--(?:trace|stats)/.test(word));
      return shown(`corovm ${words.join(' ')}`, isTraced ? `${err}\n${out}` : out);
    }
    case 'corovm-source':
      return `<pre><code>${escapeHtml(readFileSync(join(root, words[0]), 'utf8').trimEnd())}</code></pre>\n`;
    case 'corovm-stack':
      return figure(await stackPicture(root, words[0], Number(words[1])));
    case 'corovm-timeline':
      return figure(
        timelinePicture(runCorovm(root, ['run', '--virtual-time', '--trace=coro', '--trace-json', words[0]]).err),
      );
    default:
      throw new Error(`there is no block ${kind}`);
  }
}
