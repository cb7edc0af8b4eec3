<?php
require __DIR__ . '/support/autoload.php';
error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED);
psr4(['League\\Uri\\' => 'none']);
files('less/lib/Less/Autoloader.php');
Less_Autoloader::register();

$less = [
    'variables' => '@c: #4D926F; @w: 10px; @sel: ~"my"; .@{sel}-x { color: @c; width: (@w * 2 + 5); .inner & { margin: -@w; } &:hover { color: darken(@c, 10%); background: fade(@c, 50%); } }',
    'mixins' => '.b(@r: 5px; @rest...) { border-radius: @r; x: @rest; } .guard(@a) when (lightness(@a) >= 50%) { background: black; } .guard(@a) when (default()) { background: white; } .x { .b(); .b(3px; 1, 2); .guard(#ddd); } .y { .guard(#222); .x !important; } .m() { .nested { a: b } } .z { .m; }',
    'functions' => '.f { a: round(1.67px, 1); b: percentage(0.5); c: lighten(#000, 20%); d: mix(red, blue, 30%); e: e("raw"); f: unit(5, px); g: hsl(90, 100%, 50%); h: spin(#f00, 120); i: saturate(#855, 20%); j: %("%d-%s", 1, "x"); k: length(1 2 3); l: extract(a b c, 2); m: if((1 > 0), yes, no); n: ceil(1.2) floor(1.8) sqrt(16) pow(2, 3) mod(7, 3) min(1, 2) max(3px, 4px); o: rgba(1, 2, 3, .5); p: contrast(#fff); q: argb(#abc); r: tint(#f00, 50%) shade(#f00, 50%); s: color("#fff"); t: 2px + 3; u: (10px / 3); v: ~`no`; }',
    'extend' => '.a { color: red; &:extend(.b all); } .b { x: y; .c & { z: 1 } } @media (min-width: 768px) { .b { q: 1; @media (max-width: 900px) { w: 2 } } } .loop(@i) when (@i > 0) { .w-@{i} { width: (@i * 100% / 3); } .loop((@i - 1)); } .loop(3); @plugin-x: 1; @detached: { d: e; }; .call { @detached(); }',
    'misc' => "/* keep */ // drop\n@import url('x.css'); @charset 'utf-8'; @font-face { font-family: x; } @keyframes k { from { a: 1 } to { a: 2 } } .p { filter: alpha(opacity=50); background+: url(1.png); background+: url(2.png); @r: { a: b }; prop: @@name; } @name: 'val'; @val: 5; .e(@rules) { @rules(); }",
];
$less['misc'] = str_replace(' prop: @@name;', '', $less['misc']);
foreach ($less as $name => $code) {
    $code = str_replace(' v: ~`no`;', '', $code);
    foreach ([[], ['compress' => true]] as $options) show($name, function () use ($code, $options) { $p = new Less_Parser($options); $p->parse($code); return $p->getCss(); });
}
foreach (['.a { color: @nope; }', '.a { .nomixin(); }', '.a { color: red', '@x: ;', '.a { width: (1px + #fff); }', '.a { b: darken(5); }', '}'] as $bad) show($bad, function () use ($bad) { $p = new Less_Parser(); $p->parse($bad); return $p->getCss(); });
show('modified', function () { $p = new Less_Parser(); $p->parse('@a: 1px; .x { w: @a; h: @b; } @b: 2px;'); $p->ModifyVars(['a' => '9px']); return $p->getCss() . json_encode($p->getVariables()); });
