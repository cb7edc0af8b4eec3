/** What `corovm learn` says, in English and Chinese. `$1`, `$2` are filled in. */
import type { Language } from './course.ts';

const WORDS = {
  missing: ['$1 is missing; "corovm learn reset" brings it back', '缺少 $1；可用 "corovm learn reset" 恢复'],
  outputLine: ['line $1 of your answer is not what the program prints: "$2"', '答案第 $1 行与程序输出不符："$2"'],
  programLine: ['line $1 of the output is wrong', '输出的第 $1 行不对'],
  withArgs: [' (called with $1)', '（参数：$1）'],
  wanted: ['wanted ', '应为  '],
  printed: ['printed', '实际输出'],
  'limit-time': ['it ran longer than $1: does it loop for ever?', '运行超过 $1：是否死循环？'],
  'limit-memory': ['it took more than $1 of memory', '占用内存超过 $1'],
  'limit-output': ['it printed more than $1', '输出超过 $1'],
  doesNotBuild: ['it does not build:', '无法构建：'],
  leaks: ['$1: the output is right, but something was left behind:', '$1：输出正确，但有东西没有释放：'],
  dumpMissing: ['opline $1 is missing. What it does:', '缺少指令 $1。它的作用：'],
  dumpOpcode: ['opline $1 is another opcode than yours: $2', '指令 $1 的操作码与你写的不同：$2'],
  dumpOperands: [
    'opline $1: the opcode is right, its operands or result are not: $2',
    '指令 $1：操作码正确，操作数或结果不对：$2',
  ],
  dumpHint: ['what it does', '它的作用'],
  dumpTooMany: ['there are only $1 oplines', '只有 $1 条指令'],
  passed: ['passed', '通过'],
  failed: ['not yet', '尚未通过'],
  done: ['$1 of $2 done', '已完成 $1 / $2'],
  edit: ['edit $1', '请编辑 $1'],
  then: ['then: corovm learn verify', '然后：corovm learn verify'],
  next: ['the next one: corovm learn next', '下一题：corovm learn next'],
  allDone: [
    'You have done all exercises. "corovm learn badge" shows what you have learned.',
    '全部练习已完成。"corovm learn badge" 可查看所学内容。',
  ],
  hint: ['hint $1 of $2', '提示 $1 / $2'],
  noHints: ['there are no more hints', '没有更多提示了'],
  reset: ['$1 is as at the beginning; what you had is in $2', '$1 已恢复原样；你原来的内容在 $2'],
  watching: ['watching; save the file to have it checked, Ctrl-C ends', '监视中；保存文件即检查，Ctrl-C 结束'],
  kept: ['your progress is kept; go on with: corovm learn watch', '进度已保存；继续学习：corovm learn watch'],
  proved: ['every start fails and every solution passes: $1 exercises', '所有起始文件都不通过，所有答案都通过：$1 题'],
  badge: ['learned with corovm', '通过 corovm 学会'],
  kinds: [
    'predict the output|predict the dump|fix the program|write the program|find the deadlock|mend the machine',
    '预测输出|预测 dump|修正程序|编写程序|找出死锁|修理机器',
  ],
  shortKinds: ['output|dump|fix|write|deadlock|machine', '输出|dump|修正|编写|死锁|机器'],
} as const;

export type Word = keyof typeof WORDS;

/** The sentence in the language. */
export function say(lang: Language, word: Word, ...values: readonly string[]): string {
  return WORDS[word][lang === 'en' ? 0 : 1].replace(/\$(\d)/g, (_all, n: string) => values[Number(n) - 1] ?? '');
}

const KIND_ORDER = ['output', 'dump', 'fix', 'write', 'deadlock', 'machine'];

/** What an exercise of a kind asks for. */
export function kindName(lang: Language, kind: string): string {
  return say(lang, 'kinds').split('|')[KIND_ORDER.indexOf(kind)] ?? kind;
}

/** The same in a word, for lists. */
export function shortKindName(lang: Language, kind: string): string {
  return say(lang, 'shortKinds').split('|')[KIND_ORDER.indexOf(kind)] ?? kind;
}
