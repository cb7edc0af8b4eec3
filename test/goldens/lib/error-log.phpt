--TEST--
error_log: the file that the setting names; what backtraces show of converted arguments; names of the shell; null bytes
--FILE--
<?php
$log = tempnam(sys_get_temp_dir(), 'corovm-log');
ini_set('error_log', $log);
ini_set('log_errors', '1');
error_log('a message of its own');
echo $undefined;
@trigger_error('silenced');
trigger_error('deprecated', E_USER_DEPRECATED);
error_log("to a file\n", 3, $log);
ini_set('log_errors', '0');
echo $undefined;
echo preg_replace(['/^\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d UTC\]/m', '~ in \S+ on~'], ['[date]', ' in FILE on'], file_get_contents($log));
unlink($log);

// scalars become strings where they are passed
$calls = [
    fn () => str_repeat(5, -1), fn () => str_repeat(true, -1), fn () => explode('', 5.5), fn () => str_pad(12, 5, ''),
    fn () => str_split(123, 0), fn () => constant(5), fn () => json_decode('{', flags: JSON_THROW_ON_ERROR),
    fn () => array_fill(0, '-1', 1),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), ' ', preg_replace('/^.*: /', '', explode("\n", $e->getTraceAsString())[0]), "\n";
    }
}
var_dump(@fileperms("x\0y"), error_get_last()['message'], is_file("x\0y"), @stat("x\0y"), error_get_last()['message']);
system('nosuchcommand 2>&1');
echo shell_exec('echo $0');
$process = proc_open('echo $0', [1 => ['pipe', 'w']], $pipes);
echo stream_get_contents($pipes[1]);
proc_close($process);
try {
    fgetcsv(fopen('php://memory', 'r'), -1);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
var_dump(unserialize('', ['max_depth' => -1]));
--EXPECTF--
Warning: Undefined variable $undefined in %s on line 6

Deprecated: deprecated in %s on line 8

Warning: Undefined variable $undefined in %s on line 11
[date] a message of its own
[date] PHP Warning:  Undefined variable $undefined in FILE on line 6
[date] PHP Deprecated:  deprecated in FILE on line 8
to a file
ValueError: str_repeat(): Argument #2 ($times) must be greater than or equal to 0 str_repeat('5', -1)
ValueError: str_repeat(): Argument #2 ($times) must be greater than or equal to 0 str_repeat('1', -1)
ValueError: explode(): Argument #1 ($separator) cannot be empty explode('', '5.5')
ValueError: str_pad(): Argument #3 ($pad_string) must be a non-empty string str_pad('12', 5, '')
ValueError: str_split(): Argument #2 ($length) must be greater than 0 str_split('123', 0)
Error: Undefined constant "5" constant('5')
JsonException: Syntax error json_decode('{', NULL, 512, 4194304)
ValueError: array_fill(): Argument #2 ($count) must be greater than or equal to 0 array_fill(0, '-1', 1)
bool(false)
string(40) "fileperms(): Filename contains null byte"
bool(false)
bool(false)
string(35) "stat(): Filename contains null byte"
sh: 1: nosuchcommand: not found
sh
sh
fgetcsv(): Argument #2 ($length) must be between 0 and 9223372036854775806
bool(false)
