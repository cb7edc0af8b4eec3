--TEST--
tokenizer: blanks, comments, tags, faults, names that are words; PhpToken
--FILE--
<?php
function show(array $tokens): void {
    foreach ($tokens as $t) echo is_array($t) ? token_name($t[0]) . ' ' . json_encode($t[1]) . " $t[2]" : $t, "\n";
    echo "--\n";
}
show(token_get_all("html<?php /** doc */ # line ?> a <?= \$x ?>\n b <?php } echo (real) 089 + 0777_7; /* unclosed"));
show(token_get_all("<?php \$x = <<<E\n  a \$b[0] {\$c->d} \${e}\n  E; 'unclosed"));
show(token_get_all("<?php enum A {} enum /* */ B {} __halt_compiler /* */ ( ) ; the \n rest"));
show(token_get_all('<?php class X { use A { A::for as list; } const for = 1; function list() {} } X::class; f(for: X::for); __halt_compiler();abc', TOKEN_PARSE));
try { token_get_all('<?php class', TOKEN_PARSE); } catch (ParseError $e) { echo $e->getMessage(), ' ', $e->getLine(), "\n"; }

class Mine extends PhpToken { public $extra = 1; function up() { return strtoupper($this->text); } }
foreach (Mine::tokenize('<?php echo 1;') as $t) {
    echo $t->getTokenName(), ' ', $t->up(), ' ', $t->pos, ' ', var_export($t->isIgnorable(), true), ' ',
        var_export($t->is([T_ECHO, ';']), true), "\n";
}
var_dump(new PhpToken(300, 'x', 2), (string) new PhpToken(1, 'text'), (new PhpToken(100000, ''))->getTokenName());
try { $t->is(1.5); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { $t->is([1.5]); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
echo token_name(397), token_name(5), "\n";
--EXPECT--
T_INLINE_HTML "html" 1
T_OPEN_TAG "<?php " 1
T_DOC_COMMENT "\/** doc *\/" 1
T_WHITESPACE " " 1
T_COMMENT "# line " 1
T_CLOSE_TAG "?>" 1
T_INLINE_HTML " a " 1
T_OPEN_TAG_WITH_ECHO "<?=" 1
T_WHITESPACE " " 1
T_VARIABLE "$x" 1
T_WHITESPACE " " 1
T_CLOSE_TAG "?>\n" 1
T_INLINE_HTML " b " 2
T_OPEN_TAG "<?php " 2
}
T_WHITESPACE " " 2
T_ECHO "echo" 2
T_WHITESPACE " " 2
T_DOUBLE_CAST "(real)" 2
T_WHITESPACE " " 2
T_LNUMBER "089" 2
T_WHITESPACE " " 2
+
T_WHITESPACE " " 2
T_LNUMBER "0777_7" 2
;
T_WHITESPACE " " 2
T_COMMENT "\/* unclosed" 2
--
T_OPEN_TAG "<?php " 1
T_VARIABLE "$x" 1
T_WHITESPACE " " 1
=
T_WHITESPACE " " 1
T_START_HEREDOC "<<<E\n" 1
T_ENCAPSED_AND_WHITESPACE "  a " 2
T_VARIABLE "$b" 2
[
T_NUM_STRING "0" 2
]
T_ENCAPSED_AND_WHITESPACE " " 2
T_CURLY_OPEN "{" 2
T_VARIABLE "$c" 2
T_OBJECT_OPERATOR "->" 2
T_STRING "d" 2
}
T_ENCAPSED_AND_WHITESPACE " " 2
T_DOLLAR_OPEN_CURLY_BRACES "${" 2
T_STRING_VARNAME "e" 2
}
T_ENCAPSED_AND_WHITESPACE "\n" 2
T_END_HEREDOC "  E" 3
;
T_WHITESPACE " " 3
T_ENCAPSED_AND_WHITESPACE "'unclosed" 3
--
T_OPEN_TAG "<?php " 1
T_ENUM "enum" 1
T_WHITESPACE " " 1
T_STRING "A" 1
T_WHITESPACE " " 1
{
}
T_WHITESPACE " " 1
T_STRING "enum" 1
T_WHITESPACE " " 1
T_COMMENT "\/* *\/" 1
T_WHITESPACE " " 1
T_STRING "B" 1
T_WHITESPACE " " 1
{
}
T_WHITESPACE " " 1
T_HALT_COMPILER "__halt_compiler" 1
T_WHITESPACE " " 1
T_COMMENT "\/* *\/" 1
T_WHITESPACE " " 1
(
T_WHITESPACE " " 1
)
T_WHITESPACE " " 1
;
T_INLINE_HTML " the \n rest" 1
--
T_OPEN_TAG "<?php " 1
T_CLASS "class" 1
T_WHITESPACE " " 1
T_STRING "X" 1
T_WHITESPACE " " 1
{
T_WHITESPACE " " 1
T_USE "use" 1
T_WHITESPACE " " 1
T_STRING "A" 1
T_WHITESPACE " " 1
{
T_WHITESPACE " " 1
T_STRING "A" 1
T_DOUBLE_COLON "::" 1
T_STRING "for" 1
T_WHITESPACE " " 1
T_AS "as" 1
T_WHITESPACE " " 1
T_STRING "list" 1
;
T_WHITESPACE " " 1
}
T_WHITESPACE " " 1
T_CONST "const" 1
T_WHITESPACE " " 1
T_STRING "for" 1
T_WHITESPACE " " 1
=
T_WHITESPACE " " 1
T_LNUMBER "1" 1
;
T_WHITESPACE " " 1
T_FUNCTION "function" 1
T_WHITESPACE " " 1
T_STRING "list" 1
(
)
T_WHITESPACE " " 1
{
}
T_WHITESPACE " " 1
}
T_WHITESPACE " " 1
T_STRING "X" 1
T_DOUBLE_COLON "::" 1
T_STRING "class" 1
;
T_WHITESPACE " " 1
T_STRING "f" 1
(
T_STRING "for" 1
:
T_WHITESPACE " " 1
T_STRING "X" 1
T_DOUBLE_COLON "::" 1
T_STRING "for" 1
)
;
T_WHITESPACE " " 1
T_HALT_COMPILER "__halt_compiler" 1
(
)
;
T_INLINE_HTML "abc" 1
--
syntax error, unexpected end of file, expecting identifier 1
T_OPEN_TAG <?PHP  0 true false
T_ECHO ECHO 6 false true
T_WHITESPACE   10 true false
T_LNUMBER 1 11 false false
; ; 12 false true
object(PhpToken)#5 (4) {
  ["id"]=>
  int(300)
  ["text"]=>
  string(1) "x"
  ["line"]=>
  int(2)
  ["pos"]=>
  int(-1)
}
string(4) "text"
NULL
PhpToken::is(): Argument #1 ($kind) must be of type string|int|array, float given
PhpToken::is(): Argument #1 ($kind) must only have elements of type string|int, float given
T_DOUBLE_COLONUNKNOWN
