/** The debugger's commands in words. */

interface CommandHelp {
  readonly short: readonly string[];
  readonly usage: string;
  readonly en: string;
  readonly zh: string;
  /** Where the program stands is told afterwards. */
  readonly moves?: true;
}

export type CommandName =
  | 'step'
  | 'line'
  | 'over'
  | 'next'
  | 'out'
  | 'continue'
  | 'until'
  | 'switch'
  | 'back'
  | 'back-line'
  | 'back-write'
  | 'back-suspended'
  | 'back-break'
  | 'goto'
  | 'restart'
  | 'break'
  | 'breaks'
  | 'delete'
  | 'watch'
  | 'print'
  | 'where'
  | 'explain'
  | 'lens'
  | 'source'
  | 'ops'
  | 'frames'
  | 'stack'
  | 'coroutines'
  | 'output'
  | 'zoom'
  | 'screen'
  | 'quit'
  | 'help';

function moves(short: string, usage: string, en: string, zh: string): CommandHelp {
  return { short: short.split(' '), usage, en, zh, moves: true };
}

function says(short: string, usage: string, en: string, zh: string): CommandHelp {
  return { short: short === '' ? [] : short.split(' '), usage, en, zh };
}

// biome-ignore format: a table
export const COMMAND_HELP: Readonly<Record<CommandName, CommandHelp>> = {
  step: moves('s', 'step [N]', 'run one opline, or N', '执行一条 opline，或 N 条'),
  line: moves('l', 'line', 'run to another line, into calls', '执行到另一行，会进入调用'),
  over: moves('n', 'over', 'run to the next opline of this frame, over calls and sleeps', '执行到本帧的下一条 opline，越过调用与休眠'),
  next: moves('nl', 'next', 'run to the next line of this frame, over calls and sleeps', '执行到本帧的下一行，越过调用与休眠'),
  out: moves('o', 'out', 'run until this function has returned, over sleeps', '执行到本函数返回，越过休眠'),
  continue: moves('c', 'continue', 'run to a breakpoint or the end', '执行到断点或程序结束'),
  until: moves('u', 'until LINE|@OPLINE', 'run to a line, or to an opline of this function', '执行到某一行，或本函数的某条 opline'),
  switch: moves('w', 'switch', 'run to the next switch of coroutines or fibers', '执行到协程或纤程的下一次切换'),
  back: moves('b', 'back [N]', 'go back one opline, or N', '后退一条 opline，或 N 条'),
  'back-line': moves('bl', 'back-line', 'go back a line', '后退一行'),
  'back-write': moves('bw', 'back-write VARIABLE|T3', 'go back to the opline that wrote to it last', '退回到最后写入它的 opline'),
  'back-suspended': moves('bs', 'back-suspended', 'go back to where this coroutine was suspended', '退回到本协程上一次被挂起之处'),
  'back-break': moves('bb', 'back-break', 'go back to where a breakpoint was passed last', '退回到最后经过断点之处'),
  goto: moves('g', 'goto N', 'go to opline N, counted from the beginning', '转到从头数起的第 N 条 opline'),
  restart: moves('rs', 'restart', 'go back to the beginning', '回到开头'),
  break: says('br', 'break PLACE [if EXPRESSION]', 'stop at: LINE, FILE:LINE, op NAME, fn NAME, change EXPRESSION, exception, create, switch', '在此停下：行号、文件:行号、op 名称、fn 名称、change 表达式、exception、create、switch'),
  breaks: says('', 'breaks', 'list the breakpoints', '列出断点'),
  delete: says('', 'delete N', 'delete a breakpoint or watch', '删除断点或监视'),
  watch: says('', 'watch EXPRESSION', 'show the value of a PHP expression at every stop', '每次停下时显示 PHP 表达式的值'),
  print: says('p', 'print EXPRESSION', 'the value of a PHP expression', 'PHP 表达式的值'),
  where: says('', 'where', 'where the program stands', '程序停在何处'),
  explain: says('e', 'explain', 'what the next opline does, and why the compiler chose it', '下一条 opline 做什么，编译器为何选它'),
  lens: says('', 'lens', 'the fields that the last switch saved and restored', '上一次切换所保存与恢复的字段'),
  source: says('', 'source', 'the source in full', '完整的源码'),
  ops: says('', 'ops', 'the op_array in full', '完整的 op_array'),
  frames: says('bt', 'frames [MACHINE]', 'the frames and their variables; of another coroutine, say: frames co 2', '各帧及其变量；要看另一个协程，例如：frames co 2'),
  stack: says('', 'stack', 'the page of the vm_stack, slot by slot', 'vm_stack 的当前页，逐槽显示'),
  coroutines: says('co', 'coroutines', 'the coroutines, their states, what each waits for', '各协程的状态及其所等待之物'),
  output: says('', 'output', 'what the program has printed', '程序已打印的内容'),
  zoom: says('z', 'zoom [PANE [LINES]]', 'one pane on the whole screen, scrolled by so many lines; all again without a name', '让一个窗格占满屏幕，并滚动若干行；不带名称则恢复'),
  screen: says('', 'screen [WxH]', 'the whole screen, 80x24 unless given', '整个屏幕，默认 80x24'),
  quit: says('q', 'quit', 'leave the debugger', '离开调试器'),
  help: says('h', 'help', 'this list', '本列表'),
};
