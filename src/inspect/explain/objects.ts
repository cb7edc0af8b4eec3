/** Explanations: objects, properties, classes, static members, constants. */
import type { OpName } from '../../bytecode/opcodes.ts';
import { type Explanation, row, rule } from './row.ts';

const PROP = rule(
  'A property is reached through an object, whose class is known at run time only; where it lies is cached in the run_time_cache. R, W, RW, IS, UNSET say what happens to it next (zend_delayed_compile_prop).',
  '属性经由对象访问，对象的类运行时才知道；其位置缓存在 run_time_cache。R、W、RW、IS、UNSET 表示接下来的用途 (zend_delayed_compile_prop)。',
);
const PROP_ARG = rule(
  'The function is not known while compiling: whether the property is fetched for reading or as a reference is decided at run time (zend_compile_args).',
  '编译时不知道函数：属性按读取还是按引用获取在运行时决定 (zend_compile_args)。',
);
const PROP_ASSIGN = rule(
  'An assignment to a property needs object, name and value; the value travels in the OP_DATA behind (zend_compile_assign).',
  '给属性赋值需要对象、名字和值；值放在后面的 OP_DATA 里 (zend_compile_assign)。',
);
const PROP_OP = rule(
  'A compound assignment or increment of a property is one opline, so that __get and __set each run once (zend_compile_compound_assign, zend_compile_pre_incdec).',
  '属性的复合赋值或自增是一条指令，__get 与 __set 各执行一次 (zend_compile_compound_assign、zend_compile_pre_incdec)。',
);
const STATIC = rule(
  'A static property belongs to a class, which op2 names; the compiler chooses R, W, RW, IS or UNSET by what happens to it next (zend_compile_static_prop).',
  '静态属性属于类，由 op2 指明；编译器按接下来的用途选择 R、W、RW、IS 或 UNSET (zend_compile_static_prop)。',
);
const STATIC_OP = rule(
  'The target is a static property: the same as for a property, with a class in place of the object (zend_compile_static_prop_common).',
  '目标是静态属性：与普通属性相同，只是用类代替对象 (zend_compile_static_prop_common)。',
);
const DECLARE = rule(
  'The class could not be linked while compiling (it is conditional, or its parent was not known), so it is declared when the program gets there (zend_compile_class_decl).',
  '编译时无法链接该类（有条件声明，或父类未知），因此执行到此处才声明 (zend_compile_class_decl)。',
);
const CLASS_NAME = rule(
  'The class is not known while compiling: `static`, or the value of an expression (zend_compile_class_ref).',
  '编译时不知道类：`static`，或表达式的值 (zend_compile_class_ref)。',
);
const TESTS = rule(
  'isset(), empty() and unset() have an opcode for each kind of target; objects may answer with __isset and __unset (zend_compile_isset_or_empty, zend_compile_unset).',
  'isset()、empty()、unset() 针对每种目标各有操作码；对象可用 __isset 与 __unset 回答 (zend_compile_isset_or_empty、zend_compile_unset)。',
);
const THIS = rule(
  '$this is no variable of the frame: it lies in the header of execute_data (zend_emit_fetch_this).',
  '$this 不是帧里的变量：它在 execute_data 的头部 (zend_emit_fetch_this)。',
);

// biome-ignore format: one row a line
export const OBJECT_EXPLANATIONS: Readonly<Partial<Record<OpName, Explanation>>> = {
  NEW: row('Makes an object of class <1|{1} >in {r} and pushes the constructor\'s frame; without a constructor goes on at {j2}.', '创建类<1| {1} >的对象放入 {r}，并压入构造函数的帧；没有构造函数则跳到 {j2}。', rule('`new` is an allocation and a call: arguments and DO_FCALL follow as for any call (zend_compile_new).', '`new` 是分配加一次调用：后面像任何调用一样有实参与 DO_FCALL (zend_compile_new)。')),
  CLONE: row('Copies the object <1|{1}>, into {r}; __clone runs on the copy.', '复制对象<1| {1}>，放入 {r}；在副本上执行 __clone。', rule('`clone` (zend_compile_clone).', '`clone` 表达式 (zend_compile_clone)。')),
  INSTANCEOF: row('Puts into {r} whether {1} is an object of <2|{2}>{what}.', '{1} 是否为<2| {2} >{what}的对象，放入 {r}。', rule('A class known by name is not loaded for this: an object of it could not exist otherwise (zend_compile_instanceof).', '按名字已知的类不会为此加载：类不存在，其对象也不存在 (zend_compile_instanceof)。')),
  FETCH_THIS: row('Puts $this into {r}.', '把 $this 放入 {r}。', THIS),
  ISSET_ISEMPTY_THIS: row('Puts into {r} whether $this {what}.', '$this {what}则 {r} 为 true。', THIS),
  FETCH_OBJ_R: row('Reads property {2} of <1|{1}>, into {r}.', '读取<1| {1} 的>属性 {2}，放入 {r}。', PROP),
  FETCH_OBJ_W: row('Finds property {2} of <1|{1}> for writing; {r} points at it.', '为写入取<1| {1} 的>属性 {2}；{r} 指向它。', PROP),
  FETCH_OBJ_RW: row('Finds property {2} of <1|{1}> for reading and writing; {r} points at it.', '为读写取<1| {1} 的>属性 {2}；{r} 指向它。', PROP),
  FETCH_OBJ_IS: row('Reads property {2} of <1|{1}> without a warning, into {r}.', '静默读取<1| {1} 的>属性 {2}，放入 {r}。', PROP),
  FETCH_OBJ_UNSET: row('Finds property {2} of <1|{1}>, inside which something is to be unset.', '取<1| {1} 的>属性 {2}，将删除其内部的内容。', PROP),
  FETCH_OBJ_FUNC_ARG: row('Fetches property {2} of <1|{1}> as the parameter of {fn} wants it, into {r}.', '按 {fn} 的形参要求取<1| {1} 的>属性 {2}，放入 {r}。', PROP_ARG),
  ASSIGN_OBJ: row('Stores {d} in property {2} of <1|{1}><r|; the value is also {r}>.', '把 {d} 存入<1| {1} 的>属性 {2}<r|；该值同时是 {r}>。', PROP_ASSIGN),
  ASSIGN_OBJ_OP: row('Computes property {2} of <1|{1}> {op} {d} and stores it back<r|, result also in {r}>.', '计算<1| {1} 的>属性 {2} {op} {d} 并存回<r|，结果也放入 {r}>。', PROP_OP),
  ASSIGN_OBJ_REF: row('Makes property {2} of <1|{1}> a reference that it shares with {d}.', '让<1| {1} 的>属性 {2} 与 {d} 共享一个引用。', PROP_ASSIGN),
  PRE_INC_OBJ: row('Adds one to property {2} of <1|{1}><r|; the new value is {r}>.', '<1|{1} 的>属性 {2} 加一<r|；新值为 {r}>。', PROP_OP),
  PRE_DEC_OBJ: row('Takes one from property {2} of <1|{1}><r|; the new value is {r}>.', '<1|{1} 的>属性 {2} 减一<r|；新值为 {r}>。', PROP_OP),
  POST_INC_OBJ: row('Adds one to property {2} of <1|{1}>; the value before is {r}.', '<1|{1} 的>属性 {2} 加一；原值放入 {r}。', PROP_OP),
  POST_DEC_OBJ: row('Takes one from property {2} of <1|{1}>; the value before is {r}.', '<1|{1} 的>属性 {2} 减一；原值放入 {r}。', PROP_OP),
  ISSET_ISEMPTY_PROP_OBJ: row('Puts into {r} whether property {2} of <1|{1}> {what}.', '<1|{1} 的>属性 {2} {what}则 {r} 为 true。', TESTS),
  UNSET_OBJ: row('Removes property {2} of <1|{1}>.', '删除<1| {1} 的>属性 {2}。', TESTS),
  FETCH_STATIC_PROP_R: row('Reads the static property {1} of <2|{2}>{what}, into {r}.', '读取<2| {2} >{what}的静态属性 {1}，放入 {r}。', STATIC),
  FETCH_STATIC_PROP_W: row('Finds the static property {1} of <2|{2}>{what} for writing; {r} points at it.', '为写入取<2| {2} >{what}的静态属性 {1}；{r} 指向它。', STATIC),
  FETCH_STATIC_PROP_RW: row('Finds the static property {1} of <2|{2}>{what} for reading and writing; {r} points at it.', '为读写取<2| {2} >{what}的静态属性 {1}；{r} 指向它。', STATIC),
  FETCH_STATIC_PROP_IS: row('Reads the static property {1} of <2|{2}>{what} without an error, into {r}.', '静默读取<2| {2} >{what}的静态属性 {1}，放入 {r}。', STATIC),
  FETCH_STATIC_PROP_UNSET: row('Finds the static property {1} of <2|{2}>{what}, inside which something is to be unset.', '取<2| {2} >{what}的静态属性 {1}，将删除其内部的内容。', STATIC),
  FETCH_STATIC_PROP_FUNC_ARG: row('Fetches the static property {1} of <2|{2}>{what} as the parameter of {fn} wants it, into {r}.', '按 {fn} 的形参要求取<2| {2} >{what}的静态属性 {1}，放入 {r}。', PROP_ARG),
  ASSIGN_STATIC_PROP: row('Stores {d} in the static property {1} of <2|{2}>{what}<r|; the value is also {r}>.', '把 {d} 存入<2| {2} >{what}的静态属性 {1}<r|；该值同时是 {r}>。', STATIC_OP),
  ASSIGN_STATIC_PROP_OP: row('Computes the static property {1} of <2|{2}>{what} {op} {d} and stores it back<r|, result also in {r}>.', '计算<2| {2} >{what}的静态属性 {1} {op} {d} 并存回<r|，结果也放入 {r}>。', STATIC_OP),
  ASSIGN_STATIC_PROP_REF: row('Makes the static property {1} of <2|{2}>{what} a reference that it shares with {d}.', '让<2| {2} >{what}的静态属性 {1} 与 {d} 共享一个引用。', STATIC_OP),
  PRE_INC_STATIC_PROP: row('Adds one to the static property {1} of <2|{2}>{what}<r|; the new value is {r}>.', '<2|{2} >{what}的静态属性 {1} 加一<r|；新值为 {r}>。', STATIC_OP),
  PRE_DEC_STATIC_PROP: row('Takes one from the static property {1} of <2|{2}>{what}<r|; the new value is {r}>.', '<2|{2} >{what}的静态属性 {1} 减一<r|；新值为 {r}>。', STATIC_OP),
  POST_INC_STATIC_PROP: row('Adds one to the static property {1} of <2|{2}>{what}; the value before is {r}.', '<2|{2} >{what}的静态属性 {1} 加一；原值放入 {r}。', STATIC_OP),
  POST_DEC_STATIC_PROP: row('Takes one from the static property {1} of <2|{2}>{what}; the value before is {r}.', '<2|{2} >{what}的静态属性 {1} 减一；原值放入 {r}。', STATIC_OP),
  ISSET_ISEMPTY_STATIC_PROP: row('Puts into {r} whether the static property {1} of <2|{2}> {what}.', '<2|{2} 的>静态属性 {1} {what}则 {r} 为 true。', TESTS),
  UNSET_STATIC_PROP: row('Throws: the static property {1} cannot be unset.', '抛出错误：静态属性 {1} 不能删除。', TESTS),
  FETCH_CLASS: row('Finds the class <2|{2}>{what}, into {r}.', '查找类<2| {2}>{what}，放入 {r}。', CLASS_NAME),
  FETCH_CLASS_NAME: row('Puts the name of the class <1|of {1} >{what}into {r}.', '把<1| {1} 的>类{what}的名字放入 {r}。', rule('`::class` of something whose class is known at run time only (zend_compile_class_name).', '`::class` 所属的类运行时才知道 (zend_compile_class_name)。')),
  FETCH_CLASS_CONSTANT: row('Reads the constant {2} of class <1|{1}>, into {r}.', '读取类<1| {1} >的常量 {2}，放入 {r}。', rule('Class constants and enum cases are read at run time unless they are the class\'s own, already known ones (zend_compile_class_const).', '类常量与枚举成员在运行时读取，除非是类自身已知的常量 (zend_compile_class_const)。')),
  DECLARE_CLASS: row('Links and declares the class {1} now.', '此刻链接并声明类 {1}。', DECLARE),
  DECLARE_CLASS_DELAYED: row('Links and declares the class {1}, whose parent is {2}, unless that has been done already.', '链接并声明父类为 {2} 的类 {1}，若尚未完成。', DECLARE),
  DECLARE_ANON_CLASS: row('Links the anonymous class the first time and puts it into {r}.', '首次执行时链接匿名类，并放入 {r}。', DECLARE),
  DECLARE_CONST: row('Declares the constant {1} with the value {2}.', '声明常量 {1}，值为 {2}。', rule('`const` outside of a class runs like a statement (zend_compile_const_decl).', '类之外的 `const` 像语句一样执行 (zend_compile_const_decl)。')),
};
