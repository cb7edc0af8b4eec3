/**
 * Explanations: arithmetic, comparison, strings, variables, arrays.
 * The rules name the functions of php-src 8.2 Zend/zend_compile.c that choose the opcodes.
 */
import type { OpName } from '../../bytecode/opcodes.ts';
import { type Explanation, row, rule } from './row.ts';

const BINARY = rule(
  'A binary operator compiles its left side, its right side, then one opline that takes both; two constants would have been folded at compile time (zend_compile_binary_op).',
  '二元运算先编译左边，再编译右边，最后用一条指令取两者；两边都是常量时会在编译期折叠 (zend_compile_binary_op)。',
);
const COMPARE = rule(
  'A comparison is a binary operator; when a JMPZ or JMPNZ follows at once, the VM runs the pair as one step ("smart branch") (zend_compile_binary_op).',
  '比较是一种二元运算；若紧跟 JMPZ 或 JMPNZ，虚拟机把两条合为一步（smart branch）(zend_compile_binary_op)。',
);
const GREATER = rule(
  '`<` compiles to this; Zend has no opcode for `>`: it swaps the two operands (zend_compile_greater).',
  '`<` 编译成本指令；Zend 没有 `>` 的操作码，而是交换两个操作数 (zend_compile_greater)。',
);
const INCDEC = rule(
  'The variable is a CV or can be fetched for reading and writing, so the compiler changes it in place with one opline (zend_compile_pre_incdec, zend_compile_post_incdec).',
  '变量是 CV 或可以以读写方式取得，因此编译器用一条指令就地修改 (zend_compile_pre_incdec、zend_compile_post_incdec)。',
);
const ROPE = rule(
  'A string with several interpolated parts becomes a rope: the parts are kept side by side and joined once, which saves the copies that a chain of CONCATs would make (zend_compile_encaps_list).',
  '含多个插值部分的字符串编译成 rope：各部分先并排保存，最后一次拼接，省去一连串 CONCAT 的复制 (zend_compile_encaps_list)。',
);
const FETCH_BY_NAME = rule(
  'The name is not known while compiling (`$$name`) or is a superglobal, so the variable cannot be a CV and is looked up in a symbol table at run time (zend_compile_simple_var_no_cv).',
  '变量名编译时未知（`$$name`）或是超全局变量，不能成为 CV，只能在运行时查符号表 (zend_compile_simple_var_no_cv)。',
);
const FETCH_DIM = rule(
  'How an element is fetched depends on what happens to it next: R reads, W writes into it, RW does both, IS is silent for isset and `??`, UNSET goes deeper to remove something (zend_delayed_compile_dim, zend_adjust_for_fetch_type).',
  '取元素的方式取决于接下来的用途：R 读，W 写，RW 读写，IS 为 isset 和 `??` 静默读取，UNSET 为了删除更深处的内容 (zend_delayed_compile_dim、zend_adjust_for_fetch_type)。',
);
const FUNC_ARG = rule(
  'The function is not known while compiling, so whether this argument is by reference is only known at run time: CHECK_FUNC_ARG asks, and this fetch reads or writes accordingly (zend_compile_args).',
  '编译时不知道被调用的函数，参数是否按引用传递要到运行时才知道：CHECK_FUNC_ARG 先询问，本指令再据此读取或写取 (zend_compile_args)。',
);
const ASSIGN_WHY = rule(
  'The target is a simple variable, which has a slot of its own: the right side is compiled first, then stored (zend_compile_assign, case ZEND_AST_VAR).',
  '目标是普通变量，在帧里有自己的槽：先编译右边，再存入 (zend_compile_assign，ZEND_AST_VAR)。',
);
const TWO_OPLINES = rule(
  'An assignment to an element or a property needs three operands, and an opline has two: the value travels in an OP_DATA behind it (zend_compile_assign, zend_emit_op_data).',
  '给元素或属性赋值需要三个操作数，而一条指令只有两个：值放在后面的 OP_DATA 里 (zend_compile_assign、zend_emit_op_data)。',
);
const COMPOUND = rule(
  'A compound assignment reads, computes and stores in one opline; extended_value names the operator (zend_compile_compound_assign).',
  '复合赋值用一条指令完成读取、计算和存回；extended_value 指明运算符 (zend_compile_compound_assign)。',
);
const REF = rule(
  '`=&` makes both sides share one zend_reference; both are fetched for writing first (zend_compile_assign_ref).',
  '`=&` 让两边共享同一个 zend_reference；两边都先以写方式取得 (zend_compile_assign_ref)。',
);
const LITERAL_ARRAY = rule(
  'Some element is not constant, so the array is built at run time; a constant array would have been one literal (zend_compile_array).',
  '有元素不是常量，数组须在运行时构造；全部是常量时整个数组就是一个字面量 (zend_compile_array)。',
);
const LIST = rule(
  'Destructuring takes element after element from the same container, which must stay alive until the last one is taken (zend_compile_list_assign).',
  '解构从同一个容器里逐个取元素，容器必须活到取完最后一个 (zend_compile_list_assign)。',
);
const ISSET = rule(
  'isset() and empty() have an opcode for each kind of target, so that nothing is read with a warning (zend_compile_isset_or_empty).',
  'isset() 和 empty() 针对每种目标各有操作码，读取时不会产生警告 (zend_compile_isset_or_empty)。',
);
const UNSET = rule(
  'unset() has an opcode for each kind of target (zend_compile_unset).',
  'unset() 针对每种目标各有操作码 (zend_compile_unset)。',
);
const SPECIAL = rule(
  'The compiler knows this function by name and emits an opcode in place of a call, which saves the frame (zend_try_compile_special_func).',
  '编译器认得这个函数名，直接发出操作码而不是调用，省去了一个帧 (zend_try_compile_special_func)。',
);
const BOOL = rule(
  'A value is wanted as a bool, and nothing but its truth (zend_compile_unary_op, zend_compile_cast).',
  '这里只需要值的真假 (zend_compile_unary_op、zend_compile_cast)。',
);

// biome-ignore format: one row a line
export const VALUE_EXPLANATIONS: Readonly<Partial<Record<OpName, Explanation>>> = {
  ADD: row('Adds {1} and {2}<r| and puts the sum in {r}>; two arrays are united.', '把 {1} 与 {2} 相加<r|，和放入 {r}>；两个数组则取并集。', BINARY),
  SUB: row('Subtracts {2} from {1}<r|, into {r}>.', '{1} 减去 {2}<r|，结果放入 {r}>。', BINARY),
  MUL: row('Multiplies {1} by {2}<r|, into {r}>; an int too large becomes a float.', '{1} 乘以 {2}<r|，结果放入 {r}>；整数溢出则变为浮点数。', BINARY),
  DIV: row('Divides {1} by {2}<r|, into {r}>; throws DivisionByZeroError when {2} is zero.', '{1} 除以 {2}<r|，结果放入 {r}>；{2} 为零时抛出 DivisionByZeroError。', BINARY),
  MOD: row('Puts the remainder of {1} / {2}<r| into {r}>; both are made ints first.', '求 {1} 除以 {2} 的余数<r|，放入 {r}>；两者先转为整数。', BINARY),
  SL: row('Shifts the bits of {1} left by {2}<r|, into {r}>.', '{1} 左移 {2} 位<r|，结果放入 {r}>。', BINARY),
  SR: row('Shifts the bits of {1} right by {2}, keeping the sign<r|, into {r}>.', '{1} 右移 {2} 位并保留符号<r|，结果放入 {r}>。', BINARY),
  CONCAT: row('Joins {1} and {2} as strings<r|, into {r}>.', '把 {1} 与 {2} 作为字符串连接<r|，放入 {r}>。', BINARY),
  BW_OR: row('Ors the bits of {1} and {2}<r|, into {r}>.', '{1} 与 {2} 按位或<r|，放入 {r}>。', BINARY),
  BW_AND: row('Ands the bits of {1} and {2}<r|, into {r}>.', '{1} 与 {2} 按位与<r|，放入 {r}>。', BINARY),
  BW_XOR: row('Exclusive-ors the bits of {1} and {2}<r|, into {r}>.', '{1} 与 {2} 按位异或<r|，放入 {r}>。', BINARY),
  POW: row('Raises {1} to the power {2}<r|, into {r}>.', '求 {1} 的 {2} 次方<r|，放入 {r}>。', BINARY),
  BW_NOT: row('Flips every bit of {1}<r|, into {r}>.', '把 {1} 逐位取反<r|，放入 {r}>。', rule('A unary operator compiles its operand, then one opline (zend_compile_unary_op).', '一元运算先编译操作数，再发出一条指令 (zend_compile_unary_op)。')),
  BOOL_NOT: row('Puts true into {r} when {1} is false in a condition, else false.', '{1} 在条件中为假时 {r} 为 true，否则为 false。', BOOL),
  BOOL_XOR: row('Puts true into {r} when exactly one of {1} and {2} is true in a condition.', '{1} 与 {2} 恰有一个为真时 {r} 为 true。', BINARY),
  IS_IDENTICAL: row('Puts into {r} whether {1} and {2} have the same type and value.', '{1} 与 {2} 类型和值都相同时 {r} 为 true。', COMPARE),
  IS_NOT_IDENTICAL: row('Puts into {r} whether {1} and {2} differ in type or value.', '{1} 与 {2} 类型或值不同时 {r} 为 true。', COMPARE),
  IS_EQUAL: row('Puts into {r} whether {1} == {2} after PHP\'s conversions.', '按 PHP 转换规则判断 {1} == {2}，结果放入 {r}。', COMPARE),
  IS_NOT_EQUAL: row('Puts into {r} whether {1} != {2} after PHP\'s conversions.', '按 PHP 转换规则判断 {1} != {2}，结果放入 {r}。', COMPARE),
  IS_SMALLER: row('Puts into {r} whether {1} < {2}.', '判断 {1} < {2}，结果放入 {r}。', GREATER),
  IS_SMALLER_OR_EQUAL: row('Puts into {r} whether {1} <= {2}.', '判断 {1} <= {2}，结果放入 {r}。', GREATER),
  SPACESHIP: row('Compares {1} with {2}: -1, 0 or 1 into {r}.', '比较 {1} 与 {2}：-1、0 或 1 放入 {r}。', BINARY),
  ASSIGN: row('Stores {2} in {1}, which frees what it held<r|; the value is also the result {r}>.', '把 {2} 存入 {1}，并释放原来的值<r|；该值同时是结果 {r}>。', ASSIGN_WHY),
  ASSIGN_DIM: row('Stores {d} as element <2|{2} >of {1}<r|; the value is also {r}>; a shared array is copied first.', '把 {d} 存为 {1} 的元素<2| {2}><r|，同时作为 {r}>；被共享的数组先复制。', TWO_OPLINES),
  ASSIGN_DIM_OP: row('Computes {1}[<2|{2}>] {op} {d} and stores it back<r|, result also in {r}>.', '计算 {1}[<2|{2}>] {op} {d} 并存回<r|，结果也放入 {r}>。', COMPOUND),
  ASSIGN_OP: row('Computes {1} {op} {2} and stores it in {1}<r|, result also in {r}>.', '计算 {1} {op} {2} 并存回 {1}<r|，结果也放入 {r}>。', COMPOUND),
  ASSIGN_REF: row('Makes {1} and {2} one reference: from now on they share a value.', '让 {1} 与 {2} 成为同一个引用，此后共享一个值。', REF),
  QM_ASSIGN: row('Copies {1} into the temporary {r}.', '把 {1} 复制到临时变量 {r}。', rule('Two ways lead to one value (`?:`, `??`, match), or a CV must be kept as it is now: each way copies into the same temporary (zend_compile_conditional, zend_compile_coalesce).', '两条路径产生同一个值（`?:`、`??`、match），或须保留 CV 当前的值：各路径都复制到同一个临时变量 (zend_compile_conditional、zend_compile_coalesce)。')),
  PRE_INC: row('Adds one to {1}<r|; the new value is {r}>.', '{1} 加一<r|；新值为 {r}>。', INCDEC),
  PRE_DEC: row('Takes one from {1}<r|; the new value is {r}>.', '{1} 减一<r|；新值为 {r}>。', INCDEC),
  POST_INC: row('Adds one to {1}; the value before is {r}.', '{1} 加一；原值放入 {r}。', INCDEC),
  POST_DEC: row('Takes one from {1}; the value before is {r}.', '{1} 减一；原值放入 {r}。', INCDEC),
  CAST: row('Converts {1} to {type}, into {r}.', '把 {1} 转换为 {type}，放入 {r}。', rule('A cast is written in the source, or wanted by the language, as by a string with one interpolated part (zend_compile_cast, zend_compile_encaps_list).', '源代码写了类型转换，或语言需要转换，例如只有一个插值部分的字符串 (zend_compile_cast、zend_compile_encaps_list)。')),
  BOOL: row('Puts into {r} whether {1} is true in a condition.', '{1} 的真假放入 {r}。', BOOL),
  FAST_CONCAT: row('Joins the strings {1} and {2}, into {r}.', '连接字符串 {1} 与 {2}，放入 {r}。', rule('Only the optimizer, or a class constant\'s name, makes it: both sides are known to be strings.', '只由优化器等产生：已知两边都是字符串。')),
  ROPE_INIT: row('Begins a rope of {nx} parts at {r} with {2}.', '从 {r} 起开始一个 {nx} 段的 rope，第一段是 {2}。', ROPE),
  ROPE_ADD: row('Puts {2} into the rope as part {nx} (counted from 0).', '把 {2} 作为第 {nx} 段（从 0 数起）放入 rope。', ROPE),
  ROPE_END: row('Puts {2} into the rope as its last part, joins all parts, the string is {r}.', '把 {2} 作为最后一段放入 rope 并一次拼接，字符串放入 {r}。', ROPE),
  FREE: row('Frees {1}, which nobody needs any more.', '释放不再需要的 {1}。', rule('The value of an expression statement is not used, or a switch ends: a temporary must be freed by somebody, or its refcount would never fall (zend_do_free).', '表达式语句的值没有用到，或 switch 结束：临时变量必须有人释放，否则引用计数永远不降 (zend_do_free)。')),
  CHECK_VAR: row('Warns when {1} is undefined, and does nothing else.', '若 {1} 未定义则警告，此外什么也不做。', rule('A statement is a bare variable: its value is not used, but its being undefined must be reported (zend_compile_stmt).', '语句只是一个变量：值不用，但未定义须报告 (zend_compile_stmt)。')),
  COPY_TMP: row('Copies {1} into {r}; both are temporaries that are freed separately.', '把 {1} 复制到 {r}；两者是各自释放的临时变量。', rule('`??=` needs the operands of its target twice, once to test and once to assign (zend_compile_memoized_expr).', '`??=` 的目标操作数要用两次：一次判断，一次赋值 (zend_compile_memoized_expr)。')),
  MAKE_REF: row('Turns {1} into a reference<r|, which is {r}>.', '把 {1} 变成引用<r|，即 {r}>。', rule('A reference to a variable is needed before what comes next may change it (zend_compile_list_assign, yield by reference).', '在后续操作可能改变变量之前需要它的引用（zend_compile_list_assign 等）。')),
  SEPARATE: row('Gives {1} a value of its own, when it is shared, before it is written to.', '写入前若 {1} 的值被共享，则分离出自己的一份。', rule('The result of a call is used as the target of a write (zend_separate_if_call_and_write).', '调用的结果被用作写的目标 (zend_separate_if_call_and_write)。')),
  INIT_ARRAY: row('Makes a new array in {r}<1| whose first element is {1}><2| at key {2}>; {what}.', '在 {r} 中创建新数组<1|，第一个元素是 {1}><2|，键为 {2}>；{what}。', LITERAL_ARRAY),
  ADD_ARRAY_ELEMENT: row('Adds {1} to the array {r}<2| at key {2}>{what}.', '把 {1} 加入数组 {r}<2|，键为 {2}>{what}。', LITERAL_ARRAY),
  ADD_ARRAY_UNPACK: row('Adds all elements of {1} to the array {r}.', '把 {1} 的所有元素加入数组 {r}。', rule('`...` stands in an array literal (zend_compile_array).', '数组字面量中有 `...` (zend_compile_array)。')),
  FETCH_R: row('Reads the variable named {1}{what}, into {r}.', '读取名为 {1} 的变量{what}，放入 {r}。', FETCH_BY_NAME),
  FETCH_W: row('Finds the variable named {1}{what} for writing; {r} points at it.', '为写入查找名为 {1} 的变量{what}；{r} 指向它。', FETCH_BY_NAME),
  FETCH_RW: row('Finds the variable named {1}{what} for reading and writing; {r} points at it.', '为读写查找名为 {1} 的变量{what}；{r} 指向它。', FETCH_BY_NAME),
  FETCH_IS: row('Reads the variable named {1}{what} without a warning, into {r}.', '静默读取名为 {1} 的变量{what}，放入 {r}。', FETCH_BY_NAME),
  FETCH_UNSET: row('Finds the variable named {1}{what}, inside which something is to be unset.', '查找名为 {1} 的变量{what}，将删除其内部的内容。', FETCH_BY_NAME),
  FETCH_FUNC_ARG: row('Finds the variable named {1}{what} as the parameter of {fn} wants it, into {r}.', '按 {fn} 的形参要求查找名为 {1} 的变量{what}，放入 {r}。', FUNC_ARG),
  FETCH_DIM_R: row('Reads element {2} of {1}, into {r}.', '读取 {1} 的元素 {2}，放入 {r}。', FETCH_DIM),
  FETCH_DIM_W: row('Finds element <2|{2} >of {1} for writing, making it when missing; {r} points at it.', '为写入取 {1} 的元素<2| {2}>，不存在则创建；{r} 指向它。', FETCH_DIM),
  FETCH_DIM_RW: row('Finds element {2} of {1} for reading and writing; {r} points at it.', '为读写取 {1} 的元素 {2}；{r} 指向它。', FETCH_DIM),
  FETCH_DIM_IS: row('Reads element {2} of {1} without a warning, into {r}.', '静默读取 {1} 的元素 {2}，放入 {r}。', FETCH_DIM),
  FETCH_DIM_UNSET: row('Finds element {2} of {1}, inside which something is to be unset.', '取 {1} 的元素 {2}，将删除其内部的内容。', FETCH_DIM),
  FETCH_DIM_FUNC_ARG: row('Fetches element <2|{2} >of {1} as the parameter of {fn} wants it, into {r}.', '按 {fn} 的形参要求取 {1} 的元素<2| {2}>，放入 {r}。', FUNC_ARG),
  FETCH_LIST_R: row('Reads element {2} of {1} into {r}; {1} stays alive.', '读取 {1} 的元素 {2}，放入 {r}；{1} 继续存活。', LIST),
  FETCH_LIST_W: row('Takes element {2} of {1} by reference into {r}; {1} stays alive.', '按引用取 {1} 的元素 {2}，放入 {r}；{1} 继续存活。', LIST),
  FETCH_CONSTANT: row('Reads the constant {2}, into {r}.', '读取常量 {2}，放入 {r}。', rule('Its value is not known while compiling: it is defined at run time, or could be in a namespace (zend_compile_const).', '编译时不知道其值：它在运行时定义，或可能位于命名空间中 (zend_compile_const)。')),
  FETCH_GLOBALS: row('Makes a copy of $GLOBALS, into {r}.', '复制 $GLOBALS，放入 {r}。', rule('$GLOBALS as a whole may only be read, as a copy, since PHP 8.1 (zend_compile_simple_var_no_cv).', '自 PHP 8.1 起 $GLOBALS 整体只能以副本读取 (zend_compile_simple_var_no_cv)。')),
  ISSET_ISEMPTY_CV: row('Puts into {r} whether {1} {what}.', '{1} {what}则 {r} 为 true。', ISSET),
  ISSET_ISEMPTY_VAR: row('Puts into {r} whether the variable named {1} {what}.', '名为 {1} 的变量{what}则 {r} 为 true。', ISSET),
  ISSET_ISEMPTY_DIM_OBJ: row('Puts into {r} whether element {2} of {1} {what}.', '{1} 的元素 {2} {what}则 {r} 为 true。', ISSET),
  UNSET_CV: row('Unsets {1}: its slot becomes undefined, its value loses a count.', '删除 {1}：槽变为未定义，值的引用计数减一。', UNSET),
  UNSET_VAR: row('Removes the variable named {1} from its symbol table.', '从符号表中删除名为 {1} 的变量。', UNSET),
  UNSET_DIM: row('Removes element {2} of {1}.', '删除 {1} 的元素 {2}。', UNSET),
  STRLEN: row('Puts the length of {1} in bytes into {r}.', '{1} 的字节长度放入 {r}。', SPECIAL),
  DEFINED: row('Puts into {r} whether the constant {1} exists.', '常量 {1} 是否存在，放入 {r}。', SPECIAL),
  TYPE_CHECK: row('Puts into {r} whether {1} is of type {type}.', '{1} 的类型是否为 {type}，放入 {r}。', SPECIAL),
  COUNT: row('Puts the number of elements of {1} into {r}.', '{1} 的元素个数放入 {r}。', SPECIAL),
  GET_CLASS: row('Puts the name of the class of <1|{1}> into {r}.', '把<1| {1} 的>类名放入 {r}。', SPECIAL),
  GET_CALLED_CLASS: row('Puts the name of the class the method was called on into {r}.', '把方法被调用时的类名放入 {r}。', SPECIAL),
  GET_TYPE: row('Puts the name of the type of {1} into {r}.', '{1} 的类型名放入 {r}。', SPECIAL),
  IN_ARRAY: row('Puts into {r} whether {1} is in the constant list, by one hash lookup.', '{1} 是否在常量列表中，以一次哈希查找得出，放入 {r}。', SPECIAL),
  ARRAY_KEY_EXISTS: row('Puts into {r} whether {1} is a key of {2}.', '{1} 是否为 {2} 的键，放入 {r}。', SPECIAL),
  FUNC_NUM_ARGS: row('Puts the number of arguments passed into {r}.', '实参个数放入 {r}。', SPECIAL),
  FUNC_GET_ARGS: row('Puts an array of the arguments passed<1|, from number {1} on,> into {r}.', '把实参组成的数组<1|（从第 {1} 个起）>放入 {r}。', SPECIAL),
  ECHO: row('Prints {1}.', '输出 {1}。', rule('Each operand of echo, and the text outside of `<?php ?>`, is one ECHO (zend_compile_echo).', 'echo 的每个操作数，以及 `<?php ?>` 之外的文本，各成一条 ECHO (zend_compile_echo)。')),
};
