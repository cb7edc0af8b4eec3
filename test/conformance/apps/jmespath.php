<?php
require __DIR__ . '/support/autoload.php';
psr4(['JmesPath\\' => 'jmespath/src']);
files('jmespath/src/JmesPath.php');

use JmesPath\{AstRuntime, CompilerRuntime, Env, Lexer, Parser};

$data = json_decode('{"a":{"b":{"c":[{"d":1,"n":"x"},{"d":2,"n":"y"},{"d":3,"n":"z","e":[true,false]}]}},"list":[5,3,9,1],"strings":["b","a","c"],"mixed":[1,"2",null,[],{}],"people":[{"name":"Bob","age":30,"tags":["x","y"]},{"name":"Ann","age":25,"tags":[]},{"name":"Cy","age":35}],"empty":[],"nil":null,"t":true,"text":"Hello World","quoted key":"q","nested":[[1,2],[3,[4]]],"num":-1.5}', true);
$expressions = ['a', 'a.b.c', 'a.b.c[0]', 'a.b.c[-1].n', 'a.b.c[*].d', 'a.b.c[].e[]', 'a.b.c[1:]', 'list[::-1]', 'list[0:4:2]', 'a.*', 'a.*.c[0]', '"quoted key"', 'a.nope', 'list[99]', '[a.b.c[0].d, list[0]]', '{x: a.b.c[0].d, "y z": list}', 'people[?age > `28`].name', 'people[?age >= `25` && age < `35`]', "people[?name == 'Ann' || contains(tags || `[]`, 'x')].name", 'people[?!tags]', 'people[?tags[0]].name', 'length(people)', 'sort(list)', 'sort_by(people, &age)[].name', 'max(list)', 'min(list)', 'max_by(people, &age).name', 'min_by(people, &name).name', 'sum(list)', 'avg(list)', 'abs(num)', 'ceil(num)', 'floor(num)', 'join(\', \', strings)', 'keys(a)', 'values(people[0])', 'reverse(list)', 'reverse(text)', 'to_string(list)', 'to_number(\'12.5\')', 'to_array(t)', 'type(nil)', 'type(list)', 'not_null(nil, nope, text)', 'starts_with(text, \'He\')', 'ends_with(text, \'ld\')', 'contains(text, \'lo\')', 'merge(a, {z: `1`})', 'map(&d, a.b.c)', 'nested[]', 'nested[][]', 'nested[*][0]', 'mixed[?type(@) == \'string\']', '@.t', 'people | [0].name', 'people[*].tags | [0]', 'people[?age == `30`] | [0].{n: name, a: age}', '`{"lit": [1, 2]}`', '`"str"`', "'raw \\'s'", 'a.b.c[?n==\'y\'].d | [0]', 'people[*].[name, age]', '!t', 't && list[0]', 'nil || text', '(t || nil) && text', 'people[?age != `25`].name | sort(@)', 'list[?@ > `3`]', 'length(text)', 'group_by', '*.b', 'people[].tags[]'];
foreach (['tree' => new AstRuntime(), 'compiled' => new CompilerRuntime($dir = sys_get_temp_dir() . '/corovm-jmes-' . getmypid())] as $name => $runtime) {
    title($name);
    foreach ($expressions as $expression) show($expression, fn () => json_encode($runtime($expression, $data)));
    foreach (['a.', 'a[', '[?', 'a.b.', 'foo(', 'nofn(@)', 'length(`1`)', 'abs(\'x\')', 'sort(mixed)', 'join(`1`, strings)', 'a b', '{a: }', '[a,', '"unclosed', '`{`', '`[1`', 'list[a]', 'list[1:2:0]', 'a.{x}', '&a', 'sort_by(people, &tags)', '#', 'a..b', '', '.a', '*.', 'max_by(people, name)', 'length()', 'length(a, b)', 'a[*', 'a||'] as $bad) show($bad, fn () => json_encode($runtime($bad, $data)));
}
array_map('unlink', glob("$dir/*"));
rmdir($dir);
title('parts');
foreach (['a.b[?c > `1`].{x: y, z: @} | [0]', "foo(&a, 'r', `1`)", 'a[*].b[1:2][]'] as $expression) {
    foreach ((new Lexer())->tokenize($expression) as $token) echo json_encode($token), "\n";
    echo json_encode((new Parser())->parse($expression)), "\n";
}
echo (new JmesPath\TreeCompiler())->visit((new Parser())->parse('a.b[?c > `1`].{x: y} | [0]'), 'fn_x', 'expr'), "\n";
show('search', fn () => Env::search('a.b', ['a' => (object) ['b' => 1]]));
show('objects', fn () => JmesPath\search('a[*].b', new ArrayObject(['a' => [(object) ['b' => 1], ['b' => 2]]])));
