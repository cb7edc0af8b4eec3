/** Explanations: calls, arguments, parameters, returns, generators, closures. */
import type { OpName } from '../../bytecode/opcodes.ts';
import { type Explanation, row, rule } from './row.ts';

const INIT_KNOWN = rule(
  'The function is known while compiling (an internal one, or declared earlier in this file), so even the size of its frame is: op1 is that size in bytes (zend_compile_call_common).',
  '编译时已知该函数（内部函数，或本文件中先声明的），连帧的大小也已知：op1 就是字节数 (zend_compile_call_common)。',
);
const INIT_NAME = rule(
  'The name is known but the function is not, yet: it may be declared before the call runs (zend_compile_call).',
  '知道名字但还不知道函数：它可能在调用执行前才声明 (zend_compile_call)。',
);
const SEND_KNOWN = rule(
  'The function is known, so the compiler sees that the parameter is by value (zend_compile_args).',
  '函数已知，编译器看出形参按值传递 (zend_compile_args)。',
);
const SEND_UNKNOWN = rule(
  'The function is not known while compiling, so this opline looks at run time how the parameter is passed (zend_compile_args).',
  '编译时不知道函数，因此由本指令在运行时查看形参的传递方式 (zend_compile_args)。',
);
const SPECIAL_CALL = rule(
  'call_user_func() and call_user_func_array() are compiled to a direct call of their target (zend_compile_func_cuf, zend_compile_func_cufa).',
  'call_user_func() 与 call_user_func_array() 被编译为对目标的直接调用 (zend_compile_func_cuf、zend_compile_func_cufa)。',
);
const DO = rule(
  'The arguments are complete: the frame that INIT pushed becomes the current one. The compiler picks DO_ICALL or DO_UCALL when it knows the function, DO_FCALL otherwise (zend_get_call_op).',
  '实参已齐：INIT 压入的帧成为当前帧。已知函数时选 DO_ICALL 或 DO_UCALL，否则用 DO_FCALL (zend_get_call_op)。',
);
const PARAMS = rule(
  'Each parameter begins the op_array with an opline that receives it; the call skips those whose argument was passed and needs no check (zend_compile_params).',
  '每个形参在 op_array 开头都有一条接收指令；已传入且无需检查的会被跳过 (zend_compile_params)。',
);
const RETURN = rule(
  'Written as `return`, or added by the compiler at the end of every op_array (zend_compile_return, zend_emit_final_return).',
  '来自 `return`，或由编译器在每个 op_array 末尾添加 (zend_compile_return、zend_emit_final_return)。',
);
const GENERATOR = rule(
  'The body contains `yield`, which makes the function a generator (zend_mark_function_as_generator).',
  '函数体中有 `yield`，因此它是生成器 (zend_mark_function_as_generator)。',
);
const CLOSURE = rule(
  "A closure's code is an op_array of its own; here only the object is made, and the variables of `use` are bound to it (zend_compile_func_decl, zend_compile_closure_binding).",
  '闭包的代码是独立的 op_array；这里只创建对象，并绑定 `use` 的变量 (zend_compile_func_decl、zend_compile_closure_binding)。',
);

// biome-ignore format: one row a line
export const CALL_EXPLANATIONS: Readonly<Partial<Record<OpName, Explanation>>> = {
  INIT_FCALL: row('Pushes a frame of {n1} bytes for {fn} with {nx} argument(s) and links it in `call`.', '为 {fn} 压入 {n1} 字节的帧（{nx} 个实参），并链入 `call`。', INIT_KNOWN),
  INIT_FCALL_BY_NAME: row('Finds the function {fn} by name and pushes its frame with {nx} argument(s).', '按名字查找函数 {fn}，压入其帧（{nx} 个实参）。', INIT_NAME),
  INIT_NS_FCALL_BY_NAME: row('Finds {fn} in the namespace, else globally, and pushes its frame with {nx} argument(s).', '先在命名空间、再在全局查找 {fn}，压入其帧（{nx} 个实参）。', rule('An unqualified name in a namespace may mean two functions; which one is known at run time only (zend_compile_ns_call).', '命名空间中的非限定名可能指两个函数，运行时才知道 (zend_compile_ns_call)。')),
  INIT_DYNAMIC_CALL: row('Pushes a frame for whatever {2} names or is: a string, a closure or an array; {nx} argument(s).', '为 {2} 所表示的目标（字符串、闭包或数组）压入帧；{nx} 个实参。', rule('What is called is the value of an expression (zend_compile_dynamic_call).', '被调用的是一个表达式的值 (zend_compile_dynamic_call)。')),
  INIT_METHOD_CALL: row('Finds the method {2} of <1|{1}> and pushes its frame with that object as $this; {nx} argument(s).', '查找<1| {1} 的>方法 {2}，以该对象为 $this 压入帧；{nx} 个实参。', rule('Which class the object has is known at run time only; the lookup is cached in the run_time_cache (zend_compile_method_call).', '对象的类运行时才知道；查找结果缓存在 run_time_cache (zend_compile_method_call)。')),
  INIT_STATIC_METHOD_CALL: row('Finds the static method <2|{2} >of class <1|{1}>and pushes its frame; {nx} argument(s).', '查找类<1| {1} >的静态方法<2| {2}>并压入帧；{nx} 个实参。', rule('`A::f()`, `parent::f()`, `static::f()` (zend_compile_static_call).', '`A::f()`、`parent::f()`、`static::f()` 这样的调用 (zend_compile_static_call)。')),
  INIT_USER_CALL: row('Resolves the callable {2} and pushes its frame with {nx} argument(s).', '解析可调用值 {2} 并压入帧（{nx} 个实参）。', SPECIAL_CALL),
  SEND_VAL: row('Writes {1} into argument slot {n2} of the frame of {fn}.', '把 {1} 写入 {fn} 的帧的第 {n2} 个实参槽。', SEND_KNOWN),
  SEND_VAL_EX: row('Writes {1} into argument slot {n2} of {fn}; throws when that parameter is by reference.', '把 {1} 写入 {fn} 的第 {n2} 个实参槽；若该形参按引用则抛出错误。', SEND_UNKNOWN),
  SEND_VAR: row('Copies {1} into argument slot {n2} of {fn}.', '把 {1} 复制到 {fn} 的第 {n2} 个实参槽。', SEND_KNOWN),
  SEND_VAR_EX: row('Passes {1} as argument {n2} of {fn}, by value or by reference as the parameter says.', '按形参的声明，把 {1} 按值或按引用作为 {fn} 的第 {n2} 个实参。', SEND_UNKNOWN),
  SEND_REF: row('Makes {1} a reference and passes it as argument {n2} of {fn}.', '把 {1} 变成引用，作为 {fn} 的第 {n2} 个实参。', rule('The function is known and takes this parameter by reference (zend_compile_args).', '函数已知，且该形参按引用传递 (zend_compile_args)。')),
  SEND_VAR_NO_REF: row('Passes {1}, the result of a call, as the by-reference argument {n2} of {fn}; a notice when it is no reference.', '把调用结果 {1} 作为 {fn} 按引用的第 {n2} 个实参；不是引用则提示。', rule('The parameter is by reference, but a call\'s result is no variable (zend_compile_args).', '形参按引用，而调用的结果不是变量 (zend_compile_args)。')),
  SEND_VAR_NO_REF_EX: row('Passes {1}, the result of a call, as argument {n2} of {fn}, as the parameter wants it.', '按形参要求，把调用结果 {1} 作为 {fn} 的第 {n2} 个实参。', SEND_UNKNOWN),
  SEND_FUNC_ARG: row('Passes {1}, which was fetched as the parameter wants it, as argument {n2} of {fn}.', '{1} 已按形参要求取得，作为 {fn} 的第 {n2} 个实参。', SEND_UNKNOWN),
  SEND_USER: row('Passes {1} as argument {n2} of the callable.', '把 {1} 作为可调用值的第 {n2} 个实参。', SPECIAL_CALL),
  SEND_ARRAY: row('Passes the elements of {1} as arguments.', '把 {1} 的元素作为实参。', SPECIAL_CALL),
  SEND_UNPACK: row('Passes every element of {1} as an argument; string keys are names.', '把 {1} 的每个元素作为实参；字符串键是参数名。', rule('`...` stands in an argument list (zend_compile_args).', '实参列表中有 `...` (zend_compile_args)。')),
  CHECK_FUNC_ARG: row('Remembers whether parameter {n2} of {fn} is by reference, for the fetch that follows.', '记下 {fn} 的第 {n2} 个形参是否按引用，供后续取值使用。', SEND_UNKNOWN),
  CHECK_UNDEF_ARGS: row('Fills in the defaults of parameters that named arguments skipped.', '为命名参数跳过的形参填入默认值。', rule('A named argument may leave earlier parameters out (zend_compile_args).', '命名参数可能略过前面的形参 (zend_compile_args)。')),
  DO_FCALL: row('Runs {fn}: its frame becomes the current one<r|; what it returns goes to {r}>.', '执行 {fn}：其帧成为当前帧<r|；返回值放入 {r}>。', DO),
  DO_ICALL: row('Runs the internal function {fn} at once<r|; what it returns goes to {r}>.', '立即执行内部函数 {fn}<r|；返回值放入 {r}>。', DO),
  DO_UCALL: row('Enters the user function {fn}: prev_execute_data links back here<r|; what it returns goes to {r}>.', '进入用户函数 {fn}：prev_execute_data 指回这里<r|；返回值放入 {r}>。', DO),
  DO_FCALL_BY_NAME: row('Runs {fn}, found by name<r|; what it returns goes to {r}>.', '执行按名字找到的 {fn}<r|；返回值放入 {r}>。', DO),
  CALLABLE_CONVERT: row('Turns the call that was begun into a closure, in {r}.', '把已开始的调用变成闭包，放入 {r}。', rule('`f(...)` asks for the function, not for its result (zend_compile_call_common).', '`f(...)` 要的是函数本身，而不是结果 (zend_compile_call_common)。')),
  CALL_TRAMPOLINE: row('Calls __call or __callStatic in place of a method that does not exist.', '代替不存在的方法调用 __call 或 __callStatic。', rule('The compiler never emits it: the VM makes a small op_array around it when a method is missing (zend_get_call_trampoline_func).', '编译器从不发出它：方法不存在时虚拟机用它造一个小 op_array (zend_get_call_trampoline_func)。')),
  RECV: row('Receives argument {n1} as {r}: throws when it is missing or of the wrong type.', '接收第 {n1} 个实参为 {r}：缺失或类型不符则抛出错误。', PARAMS),
  RECV_INIT: row('Receives argument {n1} as {r}, or sets it to {2} when it was not passed.', '接收第 {n1} 个实参为 {r}；未传入则取默认值 {2}。', PARAMS),
  RECV_VARIADIC: row('Gathers the arguments from {n1} on in an array, {r}.', '把第 {n1} 个起的实参收集成数组 {r}。', PARAMS),
  VERIFY_RETURN_TYPE: row('Checks, and where allowed converts, <1|{1} >against the declared return type.', '按声明的返回类型检查（必要时转换）<1| {1}>。', rule('The function declares a return type that is not certain to hold (zend_emit_return_type_check).', '函数声明了返回类型，而编译时不能保证成立 (zend_emit_return_type_check)。')),
  VERIFY_NEVER_TYPE: row('Throws: a function that is declared `never` came to its end.', '抛出错误：声明为 `never` 的函数执行到了末尾。', rule('The return type is `never` (zend_emit_return_type_check).', '返回类型是 `never` (zend_emit_return_type_check)。')),
  RETURN: row('Writes {1} through return_value, frees the CVs, pops the frame, and goes on in prev_execute_data.', '通过 return_value 写出 {1}，释放 CV，弹出帧，回到 prev_execute_data 继续。', RETURN),
  RETURN_BY_REF: row('Returns a reference to {1} and leaves the frame.', '返回 {1} 的引用并离开帧。', rule('The function is declared with `&` (zend_compile_return).', '函数以 `&` 声明 (zend_compile_return)。')),
  GENERATOR_CREATE: row('Moves this frame off the vm_stack into a Generator object and returns that object.', '把本帧从 vm_stack 移到一个 Generator 对象里，并返回该对象。', GENERATOR),
  GENERATOR_RETURN: row('Keeps {1} for getReturn() and ends the generator.', '保存 {1} 供 getReturn() 使用，并结束生成器。', GENERATOR),
  YIELD: row('Suspends the generator with <1|value {1}><2| and key {2}>; opline already points behind<r|; what send() brings becomes {r}>.', '挂起生成器<1|，值为 {1}><2|，键为 {2}>；opline 已指向下一条<r|；send() 送来的值成为 {r}>。', GENERATOR),
  YIELD_FROM: row('Yields everything that {1} yields<r|; its return value becomes {r}>.', '逐个产出 {1} 产出的一切<r|；其返回值成为 {r}>。', GENERATOR),
  DECLARE_LAMBDA_FUNCTION: row('Makes a Closure object for the op_array number {n2} of this one, in {r}.', '为本 op_array 内第 {n2} 个 op_array 创建 Closure 对象，放入 {r}。', CLOSURE),
  BIND_LEXICAL: row('Gives the closure {1} the variable {2}, {what}.', '把变量 {2} 交给闭包 {1}，{what}。', CLOSURE),
  BIND_STATIC: row('Binds {1} to the static variable of the function, {what}.', '把 {1} 绑定到函数的静态变量，{what}。', rule('`static $x` and the variables of `use` live with the function, not in the frame (zend_compile_static_var, zend_compile_closure_uses).', '`static $x` 与 `use` 的变量属于函数而不在帧中 (zend_compile_static_var、zend_compile_closure_uses)。')),
  BIND_GLOBAL: row('Makes {1} a reference to the global variable {2}.', '让 {1} 成为全局变量 {2} 的引用。', rule('`global $x` with a plain name (zend_compile_global_var).', '`global $x`，变量名为普通名字 (zend_compile_global_var)。')),
  DECLARE_FUNCTION: row('Declares the function {1} now.', '此刻声明函数 {1}。', rule('A function inside another statement exists only once the program gets there; those on top level are bound while compiling (zend_begin_func_decl).', '位于其他语句内的函数要执行到才存在；顶层函数在编译时绑定 (zend_begin_func_decl)。')),
};
