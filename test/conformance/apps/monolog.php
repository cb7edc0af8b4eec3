<?php
require __DIR__ . '/support/autoload.php';
psr4(['Monolog\\' => 'monolog/src/Monolog', 'Psr\\Log\\' => 'psr-log/src']);

use Monolog\{Formatter, Handler, Level, Logger, LogRecord, Processor, Registry, Utils};

date_default_timezone_set('UTC');
class Thing implements JsonSerializable { public $p = 1; protected $q = [2]; public function jsonSerialize(): mixed { return ['json' => $this->p]; } }
class Text { public function __toString(): string { return 'text!'; } }
function record(Level $level = Level::Warning, string $message = 'test', array $context = [], array $extra = []): LogRecord
{
    return new LogRecord(new DateTimeImmutable('2024-02-29 12:34:56.789012'), 'channel', $level, $message, $context, $extra);
}
title('logger');
$test = new Handler\TestHandler();
$logger = new Logger('app', [$test]);
$logger->pushProcessor(new Processor\PsrLogMessageProcessor('Y-m-d'));
$logger->pushProcessor(function (LogRecord $r) { $r->extra['proc'] = true; return $r; });
$logger->pushProcessor(new Processor\TagProcessor(['t1']));
foreach (['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'] as $method) {
    $logger->$method("msg {a} {b} {c} {d} {none}", ['a' => $method, 'b' => 1.5, 'c' => new DateTime('2020-01-01'), 'd' => [1]]);
}
foreach ($test->getRecords() as $r) echo $r->level->getName(), ' ', $r->level->value, ' ', $r->message, ' ', json_encode($r->extra), "\n";
var_dump($test->hasErrorThatContains('msg error'), $test->hasRecordThatMatches('/alert/', Level::Alert), $logger->isHandling(Level::Debug), $logger->withName('other')->getName());
show('bad level', fn () => $logger->log('nope', 'x'));
show('from name', fn () => [Level::fromName('Error'), Level::fromValue(300), Level::Warning->includes(Level::Error), Level::Info->isLowerThan(Level::Error), Level::Alert->toPsrLogLevel(), Level::Alert->toRFC5424Level()]);
show('level name', fn () => Level::fromName('nope'));
title('formatters');
$exception = new RuntimeException('outer', 5, new LogicException('inner'));
$context = ['s' => 'str', 'i' => 1, 'f' => 1.5, 'b' => true, 'n' => null, 'a' => ['x' => ['y' => 1]], 'o' => new Thing(), 't' => new Text(), 'd' => new DateTimeImmutable('2020-02-03'), 'nl' => "a\nb", 'inf' => INF, 'e' => Level::Info, 'utf' => "\xff bad"];
$stable = fn (string $text) => preg_replace(['~/\S*/test/conformance/apps~', '~"?/work/\S*?/apps/~', '/:\d+\)/'], ['DIR', 'DIR/', ':N)'], $text);
$formatters = [
    'line' => new Formatter\LineFormatter(), 'line own' => new Formatter\LineFormatter("%level_name% %message% %context.s% %context% %extra% %extra.x%\n", 'H:i', true, true), 'json' => new Formatter\JsonFormatter(), 'json nl' => new Formatter\JsonFormatter(Formatter\JsonFormatter::BATCH_MODE_NEWLINES, false, true), 'normalizer' => new Formatter\NormalizerFormatter('c'), 'scalar' => new Formatter\ScalarFormatter(), 'html' => new Formatter\HtmlFormatter(), 'logstash' => new Formatter\LogstashFormatter('app', 'sys'), 'loggly' => new Formatter\LogglyFormatter(), 'wildfire' => new Formatter\WildfireFormatter(), 'chrome' => new Formatter\ChromePHPFormatter(), 'syslog' => new Formatter\SyslogFormatter('app'), 'google' => new Formatter\GoogleCloudLoggingFormatter(),
];
foreach ($formatters as $name => $formatter) {
    show($name, function () use ($formatter, $context, $stable, $name) {
        $out = $formatter->format(record(context: $context, extra: ['x' => 1]));
        return $stable(preg_replace('/ ' . preg_quote(gethostname(), '/') . ' app \d+/', ' HOST app PID', is_string($out) ? $out : var_export_short($out)));
    });
    if (!in_array($name, ['wildfire', 'chrome'])) show("$name batch", function () use ($formatter, $stable) { $o = $formatter->formatBatch([record(), record(Level::Error, 'two', ['k' => 'v'])]); return $stable(preg_replace('/ \S+ app \d+/', ' HOST app PID', is_string($o) ? $o : var_export_short($o))); });
}
show('exception line', fn () => $stable((new Formatter\LineFormatter())->format(record(context: ['exception' => $exception]))));
title('handlers');
$stream = fopen('php://memory', 'w+');
$handler = new Handler\StreamHandler($stream, Level::Info);
$handler->setFormatter(new Formatter\LineFormatter("%level_name%|%message%\n"));
$fingers = new Handler\FingersCrossedHandler($inner = new Handler\TestHandler(), Level::Error, 3);
$buffer = new Handler\BufferHandler($buffered = new Handler\TestHandler(), 2, Level::Debug, true, true);
$dedup = new Handler\FilterHandler($filtered = new Handler\TestHandler(), [Level::Info, Level::Error]);
$group = new Handler\WhatFailureGroupHandler([new Handler\NullHandler(Level::Emergency), $grouped = new Handler\TestHandler()]);
$logger = new Logger('h', [$handler, $fingers, $buffer, $dedup, $group]);
foreach (['debug' => 'd1', 'info' => 'i1', 'notice' => 'n1', 'error' => 'e1', 'warning' => 'w1'] as $level => $message) $logger->log($level, $message);
rewind($stream);
echo stream_get_contents($stream);
$buffer->close();
foreach ([$inner, $buffered, $filtered, $grouped] as $i => $h) echo $i, ': ', implode(',', array_map(fn ($r) => $r->message, $h->getRecords())), "\n";
$file = sys_get_temp_dir() . '/corovm-monolog-' . getmypid() . '/a.log';
$rotating = new Handler\RotatingFileHandler($file, 2);
(new Logger('r', [$rotating]))->error('rotated');
$rotating->close();
$written = glob(dirname($file) . '/*');
echo count($written), preg_match('/a-\d{4}-\d\d-\d\d\.log$/', $written[0]), "\n";
array_map('unlink', $written);
rmdir(dirname($file));
show('stream error', fn () => (new Logger('x', [new Handler\StreamHandler('/proc/none/x.log')]))->error('x'));
title('processors');
foreach ([new Processor\UidProcessor(10), new Processor\MemoryUsageProcessor(), new Processor\IntrospectionProcessor(), new Processor\WebProcessor(['REQUEST_URI' => '/u', 'REMOTE_ADDR' => '1.2.3.4', 'REQUEST_METHOD' => 'GET', 'SERVER_NAME' => 's', 'HTTP_REFERER' => 'r']), new Processor\ProcessIdProcessor()] as $processor) {
    show(get_class($processor), fn () => array_keys($processor(record())->extra));
}
Registry::addLogger($logger, 'main');
show('registry', fn () => [Registry::hasLogger('main'), Registry::main() === $logger]);
show('registry missing', fn () => Registry::nope());
show('registry twice', fn () => Registry::addLogger(new Logger('z'), 'main'));
show('utils', fn () => [Utils::getClass($logger), Utils::jsonEncode(["\xff", 1.0]), Utils::canonicalizePath('/a/b')]);
show('record', fn () => (record())['message'] . count(record()->toArray()));
show('readonly', function () { $r = record(); $r['message'] = 'x'; });
show('closed', function () { $l = new Logger('e', [new class extends Handler\AbstractProcessingHandler { protected function write(LogRecord $r): void { throw new Exception('from handler'); } }]); $l->setExceptionHandler(function ($e, $r) { echo 'handled ', $e->getMessage(), ' ', $r->message, "\n"; }); $l->info('m'); return 'ok'; });
