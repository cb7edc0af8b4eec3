/** Explanations: jumps, loops, exceptions, foreach, switch, and what concerns the whole program. */
import type { OpName } from '../../bytecode/opcodes.ts';
import { type Explanation, row, rule } from './row.ts';

const CONDITION = rule(
  'A condition becomes a jump over the code that is not to run; loops test at their end and jump back (zend_compile_if, zend_compile_while, zend_compile_for).',
  '条件编译成跳过不执行代码的跳转；循环在末尾测试并跳回 (zend_compile_if、zend_compile_while、zend_compile_for)。',
);
const SHORT_CIRCUIT = rule(
  '`&&` and `||` must not evaluate their right side when the left side decides, and their value is wanted too (zend_compile_short_circuiting).',
  '左边已能决定时 `&&` 与 `||` 不求右边的值，而结果仍需要 (zend_compile_short_circuiting)。',
);
const FOREACH = rule(
  'foreach is four oplines: RESET makes the iterator, FETCH takes an element or leaves, a jump goes back, FREE ends it; the RW forms work by reference (zend_compile_foreach).',
  'foreach 由四条指令构成：RESET 建立迭代器，FETCH 取元素或离开，跳转返回，FREE 结束；RW 形式按引用工作 (zend_compile_foreach)。',
);
const TABLE = rule(
  'All labels are constants of one kind and there are enough of them, so a hash table of jump targets replaces comparison after comparison (zend_compile_switch, zend_compile_match).',
  '所有分支都是同类常量且数量足够，因此用跳转哈希表代替逐个比较 (zend_compile_switch、zend_compile_match)。',
);
const CASES = rule(
  'Each label of a switch or arm of a match is compared with the value, which must stay alive until one matches (zend_compile_switch, zend_compile_match).',
  'switch 的每个 case 或 match 的每个分支都与该值比较，值须存活到匹配为止 (zend_compile_switch、zend_compile_match)。',
);
const FINALLY = rule(
  'A finally block is compiled once and called like a subroutine from every place that leaves the try; FAST_RET goes back to where it was called from (zend_compile_try).',
  'finally 块只编译一次，离开 try 的每个地方都像子程序一样调用它；FAST_RET 回到调用处 (zend_compile_try)。',
);
const SILENCE = rule(
  '`@` brackets its expression with these two, which change error_reporting and put it back (zend_compile_silence).',
  '`@` 用这两条指令包住表达式：改变 error_reporting，之后恢复 (zend_compile_silence)。',
);
const NEVER = rule(
  "The compiler does not emit it in this configuration; the number is kept because Zend's table has it.",
  '在此配置下编译器不会发出它；保留编号是因为 Zend 的表里有它。',
);

// biome-ignore format: one row a line
export const FLOW_EXPLANATIONS: Readonly<Partial<Record<OpName, Explanation>>> = {
  NOP: row('Does nothing.', '什么也不做。', rule('The compiler emptied this place when something turned out not to be needed, for example a declaration bound while compiling.', '编译器发现此处不需要指令而将其清空，例如声明已在编译时绑定。')),
  JMP: row('Goes on at {j1}.', '跳到 {j1} 继续。', rule('The end of a branch or loop body, break, continue or goto (zend_emit_jump).', '分支或循环体的末尾、break、continue 或 goto (zend_emit_jump)。')),
  JMPZ: row('Goes on at {j2} when {1} is false, else at the next opline.', '{1} 为假则跳到 {j2}，否则继续下一条。', CONDITION),
  JMPNZ: row('Goes on at {j2} when {1} is true, else at the next opline.', '{1} 为真则跳到 {j2}，否则继续下一条。', CONDITION),
  JMPZ_EX: row('Puts the truth of {1} into {r}; when it is false, goes on at {j2}.', '把 {1} 的真假放入 {r}；为假则跳到 {j2}。', SHORT_CIRCUIT),
  JMPNZ_EX: row('Puts the truth of {1} into {r}; when it is true, goes on at {j2}.', '把 {1} 的真假放入 {r}；为真则跳到 {j2}。', SHORT_CIRCUIT),
  JMP_SET: row('When {1} is true, copies it into {r} and goes on at {j2}.', '{1} 为真则复制到 {r} 并跳到 {j2}。', rule('`a ?: b` evaluates a once and keeps it when it is true (zend_compile_shorthand_conditional).', '`a ?: b` 只求一次 a，为真则保留 (zend_compile_shorthand_conditional)。')),
  COALESCE: row('When {1} is not null, copies it into {r} and goes on at {j2}.', '{1} 不为 null 则复制到 {r} 并跳到 {j2}。', rule('`a ?? b` fetches a silently and takes b only when it is null (zend_compile_coalesce).', '`a ?? b` 静默取 a，为 null 才取 b (zend_compile_coalesce)。')),
  JMP_NULL: row('When {1} is null, sets {r} to null and goes on at {j2}.', '{1} 为 null 则令 {r} 为 null 并跳到 {j2}。', rule('`?->` skips the rest of the chain when its left side is null (zend_emit_jmp_null).', '`?->` 左边为 null 时跳过整个链条的其余部分 (zend_emit_jmp_null)。')),
  CASE: row('Puts into {r} whether {1} == {2}; {1} stays alive.', '判断 {1} == {2}，放入 {r}；{1} 继续存活。', CASES),
  CASE_STRICT: row('Puts into {r} whether {1} === {2}; {1} stays alive.', '判断 {1} === {2}，放入 {r}；{1} 继续存活。', CASES),
  SWITCH_LONG: row('Goes straight to the label of the int {1}, or to {jx}; another type falls through to the comparisons.', '直接跳到整数 {1} 对应的分支，否则到 {jx}；其他类型落到逐个比较。', TABLE),
  SWITCH_STRING: row('Goes straight to the label of the string {1}, or to {jx}; another type falls through to the comparisons.', '直接跳到字符串 {1} 对应的分支，否则到 {jx}；其他类型落到逐个比较。', TABLE),
  MATCH: row('Goes straight to the arm of {1}, or to {jx}.', '直接跳到 {1} 对应的分支，否则到 {jx}。', TABLE),
  MATCH_ERROR: row('Throws UnhandledMatchError: no arm matched {1}.', '抛出 UnhandledMatchError：没有分支匹配 {1}。', rule('A match without `default` must throw when nothing matches (zend_compile_match).', '没有 `default` 的 match 无匹配时必须抛出错误 (zend_compile_match)。')),
  FE_RESET_R: row('Makes an iterator over {1} in {r}; when there is nothing, goes on at {j2}.', '在 {r} 中建立 {1} 的迭代器；没有元素则跳到 {j2}。', FOREACH),
  FE_FETCH_R: row('Takes the next element of {1} into {2}<r| and its key into {r}>; at the end goes on at {jx}.', '取 {1} 的下一个元素放入 {2}<r|，键放入 {r}>；结束则跳到 {jx}。', FOREACH),
  FE_RESET_RW: row('Makes an iterator over {1} by reference in {r}; when there is nothing, goes on at {j2}.', '在 {r} 中按引用建立 {1} 的迭代器；没有元素则跳到 {j2}。', FOREACH),
  FE_FETCH_RW: row('Makes {2} a reference to the next element of {1}<r|, its key goes into {r}>; at the end goes on at {jx}.', '让 {2} 引用 {1} 的下一个元素<r|，键放入 {r}>；结束则跳到 {jx}。', FOREACH),
  FE_FREE: row('Ends the foreach: frees the iterator {1}.', '结束 foreach：释放迭代器 {1}。', FOREACH),
  CATCH: row('When the exception is a {1}, stores it in <r|{r}>; else tries the next catch, or unwinds on.', '异常属于 {1} 则存入<r| {r}>；否则尝试下一个 catch 或继续展开。', rule('The exception table leads here; each class of a catch clause is one CATCH (zend_compile_try).', '由异常表跳转到此；catch 子句的每个类各成一条 CATCH (zend_compile_try)。')),
  THROW: row('Throws the object {1}: unwinding looks for a catch or finally, frame by frame.', '抛出对象 {1}：逐帧展开，寻找 catch 或 finally。', rule('`throw` (zend_compile_throw).', '`throw` 语句 (zend_compile_throw)。')),
  FAST_CALL: row('Enters the finally block at {j1}; {r} remembers where to go on.', '进入 {j1} 处的 finally 块；{r} 记住返回处。', FINALLY),
  FAST_RET: row('Leaves the finally block: back to where {1} says, or rethrows the exception kept there.', '离开 finally 块：回到 {1} 所记之处，或重新抛出保存的异常。', FINALLY),
  DISCARD_EXCEPTION: row('Drops the exception kept in {1}, as the finally block leaves by itself.', '丢弃 {1} 中保存的异常，因为 finally 块自行离开。', rule('`return`, `break` or `continue` inside of finally replaces the exception in flight (zend_handle_loops_and_finally).', 'finally 中的 `return`、`break`、`continue` 会取代正在传播的异常 (zend_handle_loops_and_finally)。')),
  BEGIN_SILENCE: row('Saves error_reporting in {r} and silences all but fatal errors.', '把 error_reporting 存入 {r}，并静默非致命错误。', SILENCE),
  END_SILENCE: row('Puts error_reporting back from {1}.', '用 {1} 恢复 error_reporting。', SILENCE),
  EXIT: row('Ends the program<1| with status or message {1}>.', '结束程序<1|，状态或消息为 {1}>。', rule('`exit` and `die` are expressions of the language, not functions (zend_compile_exit).', '`exit` 与 `die` 是语言表达式，不是函数 (zend_compile_exit)。')),
  INCLUDE_OR_EVAL: row('Compiles and runs {1} ({what})<r|; what it returns goes to {r}>.', '编译并执行 {1}（{what}）<r|；返回值放入 {r}>。', rule('include, require and eval run an op_array that does not exist yet (zend_compile_include_or_eval).', 'include、require 与 eval 执行此刻尚不存在的 op_array (zend_compile_include_or_eval)。')),
  ASSERT_CHECK: row('Jumps over the assert to {j2} when assertions are switched off.', '断言关闭时跳过 assert，到 {j2}。', rule('assert() compiled with zend.assertions >= 0 (zend_compile_assert).', 'zend.assertions >= 0 时编译的 assert() (zend_compile_assert)。')),
  TICKS: row('Counts a tick; every {nx} of them calls the tick functions.', '计一个 tick；每 {nx} 个调用一次 tick 函数。', rule('`declare(ticks=N)` is in force (zend_compile_stmt).', '`declare(ticks=N)` 有效 (zend_compile_stmt)。')),
  OP_DATA: row('Carries {1} for the opline before; it is never run by itself.', '为前一条指令携带 {1}；自身从不执行。', rule('The opline before needs a third operand (zend_emit_op_data).', '前一条指令需要第三个操作数 (zend_emit_op_data)。')),
  EXT_STMT: row('Tells a debugger that a statement begins.', '告诉调试器一条语句开始。', NEVER),
  EXT_FCALL_BEGIN: row('Tells a debugger that a call begins.', '告诉调试器调用开始。', NEVER),
  EXT_FCALL_END: row('Tells a debugger that a call has ended.', '告诉调试器调用结束。', NEVER),
  EXT_NOP: row('Does nothing.', '什么也不做。', NEVER),
  HANDLE_EXCEPTION: row('Unwinds: looks up the exception table for the opline that threw.', '展开：为抛出异常的指令查异常表。', rule('The compiler never emits it: opline is pointed at it when something throws.', '编译器从不发出它：抛出异常时 opline 会指向它。')),
  USER_OPCODE: row('Runs a handler that an extension has put in the place of Zend\'s.', '执行扩展替换的处理程序。', NEVER),
};
