/** What the debugger says, in English and Chinese. Text, not bytes. */
import type { Lang } from '../explain/row.ts';

/** The panes, in the order of their keys. */
export const PANES = ['source', 'ops', 'frames', 'stack', 'coroutines', 'output', 'lens'] as const;

export type PaneName = (typeof PANES)[number];

export interface DebugWords {
  readonly titles: Readonly<Record<PaneName, string>>;
  readonly of: (title: string, machine: string) => string;
  readonly page: (n: number) => string;
  readonly more: (n: number) => string;
  readonly seconds: (s: string) => string;
  readonly ended: string;
  readonly endedWith: (status: number) => string;
  readonly stuck: string;
  readonly stopped: string;
  readonly breakpoint: (text: string) => string;
  readonly running: (name: string, place: string) => string;
  readonly ready: (name: string, place: string) => string;
  readonly waits: (name: string, what: string, place: string) => string;
  readonly since: (time: string) => string;
  readonly offStack: string;
  readonly pageHeader: string;
  readonly pageFields: string;
  readonly saved: (name: string) => string;
  readonly loaded: (name: string) => string;
  readonly switched: (from: string, to: string, why: string) => string;
  readonly hasEnded: (name: string) => string;
  readonly nowWaits: (name: string, what: string) => string;
  readonly begins: (name: string) => string;
  readonly goesOn: (name: string, waited: string) => string;
  /** A field or value of the lens. */
  readonly lens: (text: string) => string;
  readonly noSwitch: string;
  readonly historyDropped: (megabytes: string, at: number) => string;
  readonly firstLine: string;
  readonly neverSuspended: (name: string, droppedBefore: number) => string;
  readonly noSlot: (word: string) => string;
  readonly neverWritten: (word: string) => string;
  readonly noBreakBefore: string;
  readonly noValue: (why: string) => string;
  readonly mayChange: string;
  readonly deleted: (id: number) => string;
  readonly noSuchNumber: (word: string) => string;
  readonly noCommand: (word: string) => string;
  readonly noMachine: (name: string) => string;
  readonly anyKey: string;
  /** While a command is at work. */
  readonly busy: string;
  /** The keys, for a screen of 80 columns and for wider ones. */
  readonly keys: readonly [string, string];
}

const LENS_ZH: ReadonlyMap<string, string> = new Map([
  ['goes on at', '恢复后位置'],
  ['return slot', '返回值槽'],
  ['none', '无'],
  ['(freed)', '（已释放）'],
  ['(bottom frame)', '（栈底帧）'],
  ['the event loop', '事件循环'],
  ['its beginning', '它的开头'],
]);

export const DEBUG_WORDS: Readonly<Record<Lang, DebugWords>> = {
  en: {
    titles: {
      source: 'source',
      ops: 'op_array',
      frames: 'frames',
      stack: 'vm_stack',
      coroutines: 'coroutines',
      output: 'output',
      lens: 'lens',
    },
    of: (title, machine) => `${title} of ${machine}`,
    page: (n) => `, page ${n}`,
    more: (n) => `${n} more`,
    seconds: (s) => `${s} s`,
    ended: 'the program has ended',
    endedWith: (status) => `the program has ended, exit status ${status}`,
    stuck: 'the program waits for the network, and nothing here will ever come',
    stopped: 'stopped',
    breakpoint: (text) => `breakpoint ${text}`,
    running: (name, place) => `${name} runs${place === '' ? '' : ` at ${place}`}`,
    ready: (name, place) => `${name} is ready${place === '' ? '' : ` at ${place}`}`,
    waits: (name, what, place) => `${name} waits for ${what}${place === '' ? '' : ` at ${place}`}`,
    since: (time) => ` since ${time} s`,
    offStack: 'off the stack',
    pageHeader: 'page header',
    pageFields: 'top, end, prev',
    saved: (name) => `saved: ${name}`,
    loaded: (name) => `loaded: ${name}`,
    switched: (from, to, why) => `switch ${from} -> ${to}: ${why}`,
    hasEnded: (name) => `${name} has ended`,
    nowWaits: (name, what) => `${name} waits for ${what}`,
    begins: (name) => `${name} begins`,
    goesOn: (name, waited) => (waited === '' ? `${name} goes on` : `${name} goes on, it waited for ${waited}`),
    lens: (text) => text,
    noSwitch: 'the last step made no switch',
    historyDropped: (megabytes, at) =>
      `history was dropped: the recording was full (${megabytes} MB) at opline ${at}; going back ends there`,
    firstLine: 'this is the first line',
    neverSuspended: (name, dropped) =>
      `${name} has not been suspended before${dropped > 0 ? ` (history was dropped before opline ${dropped})` : ''}`,
    noSlot: (word) => `there is no variable or temporary "${word}" in this frame`,
    neverWritten: (word) => `nothing has written to ${word} before`,
    noBreakBefore: 'no breakpoint was passed before',
    noValue: (why) => `no value: ${why}`,
    mayChange: 'it may change the program',
    deleted: (id) => `${id} is deleted`,
    noSuchNumber: (word) => `there is no breakpoint or watch ${word}`,
    noCommand: (word) => `there is no command "${word}"; help lists them`,
    noMachine: (name) => `there is no ${name}; "coroutines" lists them`,
    anyKey: '(any key goes on)',
    busy: '(a key stops a program that runs)',
    keys: [
      's step l line n over o out c run w switch b/B/S/r back e why 1-7 zoom : h q',
      's step  l line  n over  N next line  o out  c run  w next switch   b back  B line  S suspended  r to breakpoint   e why  1-7 zoom  : command  h help  q quit',
    ],
  },
  zh: {
    titles: {
      source: '源码',
      ops: 'op_array',
      frames: '调用帧',
      stack: 'vm_stack',
      coroutines: '协程',
      output: '输出',
      lens: '切换透镜',
    },
    of: (title, machine) => `${title} · ${machine}`,
    page: (n) => `，第 ${n} 页`,
    more: (n) => `还有 ${n} 行`,
    seconds: (s) => `${s} 秒`,
    ended: '程序已结束',
    endedWith: (status) => `程序已结束，退出状态 ${status}`,
    stuck: '程序在等待网络，而这里不会有任何事发生',
    stopped: '已停下',
    breakpoint: (text) => `断点 ${text}`,
    running: (name, place) => `${name} 运行中${place === '' ? '' : `，位于 ${place}`}`,
    ready: (name, place) => `${name} 就绪${place === '' ? '' : `，位于 ${place}`}`,
    waits: (name, what, place) => `${name} 等待 ${what}${place === '' ? '' : `，位于 ${place}`}`,
    since: (time) => `，自 ${time} 秒起`,
    offStack: '不在栈上',
    pageHeader: '页头',
    pageFields: 'top、end、prev',
    saved: (name) => `保存：${name}`,
    loaded: (name) => `恢复：${name}`,
    switched: (from, to, why) => `切换 ${from} -> ${to}：${why}`,
    hasEnded: (name) => `${name} 已结束`,
    nowWaits: (name, what) => `${name} 等待 ${what}`,
    begins: (name) => `${name} 开始`,
    goesOn: (name, waited) => (waited === '' ? `${name} 继续` : `${name} 继续，此前在等待 ${waited}`),
    lens: (text) => {
      const page = /^page (\d+) of (.+)$/s.exec(text);
      return page === null ? (LENS_ZH.get(text) ?? text) : `${page[2]} 的第 ${page[1]} 页`;
    },
    noSwitch: '上一步没有发生切换',
    historyDropped: (megabytes, at) =>
      `历史已被丢弃：记录（${megabytes} MB）在第 ${at} 条 opline 处已满，只能退回到那里`,
    firstLine: '这是第一行',
    neverSuspended: (name, dropped) =>
      `${name} 此前没有被挂起过${dropped > 0 ? `（第 ${dropped} 条 opline 之前的历史已被丢弃）` : ''}`,
    noSlot: (word) => `此帧中没有变量或临时变量 “${word}”`,
    neverWritten: (word) => `此前没有写入过 ${word}`,
    noBreakBefore: '此前没有经过任何断点',
    noValue: (why) => `没有值：${why}`,
    mayChange: '它可能改变程序',
    deleted: (id) => `${id} 已删除`,
    noSuchNumber: (word) => `没有编号为 ${word} 的断点或监视`,
    noCommand: (word) => `没有命令 “${word}”；help 列出全部命令`,
    noMachine: (name) => `没有 ${name}；coroutines 列出全部`,
    anyKey: '（按任意键继续）',
    busy: '（按任意键可停下运行中的程序）',
    keys: [
      's 单步 l 行 n 越过 o 跳出 c 运行 w 切换 b/B/S/r 后退 e 原因 1-7 放大 : h q',
      's 单步  l 行  n 越过  N 下一行  o 跳出  c 运行  w 下一次切换   b 后退  B 退一行  S 退到挂起处  r 退到断点   e 原因  1-7 放大  : 命令  h 帮助  q 退出',
    ],
  },
};
