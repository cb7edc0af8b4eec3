<?php
require __DIR__ . '/support/autoload.php';
psr4(['Symfony\\Component\\Routing\\' => 'symfony-routing', 'Symfony\\Component\\VarDumper\\' => 'symfony-var-dumper', 'Symfony\\Component\\DependencyInjection\\' => 'symfony-di', 'Symfony\\Contracts\\' => 'symfony-contracts', 'Psr\\Container\\' => 'psr-container/src', 'Psr\\Log\\' => 'psr-log/src', 'SebastianBergmann\\Diff\\' => 'sebastian-diff/src', 'Prophecy\\' => 'prophecy/src/Prophecy', 'Amp\\' => 'amp/src', 'Revolt\\' => 'event-loop/src', 'React\\EventLoop\\' => 'react-event-loop/src']);
files('symfony-contracts/Deprecation/function.php');
classmap('sebastian-diff/src', 'sebastian-exporter/src', 'recursion-context/src', 'parsica/src');

use Symfony\Component\Routing\{Generator\UrlGenerator, Generator\UrlGeneratorInterface, Matcher\UrlMatcher, RequestContext, Route, RouteCollection};

title('routing');
$routes = new RouteCollection();
$routes->add('home', new Route('/'));
$routes->add('blog', new Route('/blog/{page<\d+>?1}', ['_controller' => 'list']));
$routes->add('post', new Route('/blog/{slug}.{_format}', ['_format' => 'html'], ['slug' => '[a-z-]+', '_format' => 'html|json'], ['utf8' => true], '', [], ['GET', 'HEAD']));
$routes->add('host', new Route('/x', [], [], [], '{sub}.example.com', ['https']));
$routes->add('cond', new Route('/files/{path}', [], ['path' => '.+']));
$sub = new RouteCollection(); $sub->add('inner', new Route('/inner/{id}')); $sub->addPrefix('/admin/{_locale}', ['_locale' => 'en']); $sub->addNamePrefix('admin_'); $routes->addCollection($sub);
$context = new RequestContext('', 'GET', 'www.example.com');
$matcher = new UrlMatcher($routes, $context);
foreach (['/', '/blog', '/blog/42', '/blog/my-post.json', '/blog/Bad.html', '/files/a/b/c.txt', '/admin/de/inner/5', '/nope', '/x', '/blog/'] as $path) show($path, fn () => $matcher->match($path));
$context->setMethod('POST'); show('post', fn () => $matcher->match('/blog/my-post.json'));
$g = new UrlGenerator($routes, $context);
foreach ([['home', []], ['blog', ['page' => 3, 'q' => 'a b', 'arr' => [1, 'k' => 'v']]], ['post', ['slug' => 'x-y', '_format' => 'json']], ['post', ['slug' => 'BAD']], ['post', []], ['host', ['sub' => 'api']], ['admin_inner', ['id' => 'é/ü', '_fragment' => 'top']], ['nope', []]] as [$name, $params]) show($name, fn () => [$g->generate($name, $params), $g->generate($name, $params, UrlGeneratorInterface::ABSOLUTE_URL)]);
foreach ($routes as $n => $r) { $c = $r->compile(); echo $n, ' ', $c->getRegex(), ' ', implode(',', $c->getVariables()), ' ', $c->getStaticPrefix(), "\n"; }
echo md5((new Symfony\Component\Routing\Matcher\Dumper\CompiledUrlMatcherDumper($routes))->dump()), "\n";
title('dumper');
class Dumped { public $a = 1; protected ?array $b = ['x' => [1.0, null]]; private readonly string $c; public self $me; public static $s = 5; function __construct() { $this->c = "multi\nline \0 é"; $this->me = $this; } }
enum Level: int { case Low = 1; }
$cloner = new Symfony\Component\VarDumper\Cloner\VarCloner();
$dumper = new Symfony\Component\VarDumper\Dumper\CliDumper();
$dumper->setColors(false);
$ref = ['r' => 1]; $ref['self'] = &$ref['r'];
foreach ([1, 'str', [1, 'k' => [true, []]], new Dumped(), Level::Low, $ref, new ArrayObject(['z' => 1]), new DateTimeImmutable('2020-01-02 03:04:05 UTC'), fopen('php://memory', 'r'), fn (int $x): int => $x, new Exception('e', 3), (object) ['p' => 1], new SplObjectStorage(), INF, str_repeat('long ', 60), new DateInterval('P1D'), new class { public $anon; }] as $v) echo preg_replace(['/#\d+/', '/@\d+/', '/line: .*|"[^"]*components.php"|\/[^ ]*components.php:?\S*/', '/class@anonymous[^ ]*/'], ['#N', '@N', 'L', 'class@anonymous'], $dumper->dump($cloner->cloneVar($v), true));
title('container');
interface Mailer {} class Smtp implements Mailer { public array $log = []; function __construct(public string $host, public ?Logger $logger = null) {} function setDebug($d) { $this->log[] = $d; } } class Logger { static function create($n) { $l = new self; $l->n = $n; return $l; } public $n; } class Notifier { function __construct(public Mailer $mailer, public iterable $tagged, public array $cfg = []) {} }
use Symfony\Component\DependencyInjection\{Argument\TaggedIteratorArgument, ContainerBuilder, Definition, Dumper\PhpDumper, Reference};
$c = new ContainerBuilder();
$c->setParameter('host', 'mail.%env%'); $c->setParameter('env', 'test');
$c->register('smtp', Smtp::class)->setArguments(['%host%', new Reference('logger')])->addMethodCall('setDebug', [true])->addTag('m', ['priority' => 5])->setPublic(true);
$c->register('logger', Logger::class)->setFactory([Logger::class, 'create'])->addArgument('main');
$c->register('second', Smtp::class)->addArgument('other')->addTag('m', ['priority' => 10]);
$c->setAlias(Mailer::class, 'smtp');
$c->autowire(Notifier::class)->setArgument('$tagged', new TaggedIteratorArgument('m'))->setArgument('$cfg', ['p' => '%host%/x'])->setPublic(true);
show('compile', fn () => $c->compile());
show('service', function () use ($c) { $n = $c->get(Notifier::class); return [get_class($n->mailer), $n->mailer->host, $n->mailer->logger->n, $n->mailer->log, count([...$n->tagged]), $n->cfg, $n->mailer === $c->get('smtp')]; });
show('missing', fn () => $c->get('nope'));
show('private', fn () => $c->get('logger'));
show('dumped', fn () => strlen((new PhpDumper($c))->dump(['class' => 'Gen'])) > 1000);
show('circular', function () { $c = new ContainerBuilder(); $c->register('a', 'ArrayObject')->addArgument(new Reference('b'))->setPublic(true); $c->register('b', 'ArrayObject')->addArgument(new Reference('a')); $c->compile(); });
show('unresolved', function () { $c = new ContainerBuilder(); $c->register('a', '%nope%')->setPublic(true); $c->compile(); });
title('diff');
$d = new SebastianBergmann\Diff\Differ(new SebastianBergmann\Diff\Output\UnifiedDiffOutputBuilder("--- A\n+++ B\n", true));
echo $d->diff("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nx\nc\nd\ne\nf\ng\nq\nh"), $d->diff('same', 'same');
show('array', fn () => $d->diffToArray(['a', 'b'], ['b', 'c']));
show('patch', fn () => count((new SebastianBergmann\Diff\Parser())->parse($d->diff("1\n2\n3\n", "1\n3\n4\n"))));
$e = new SebastianBergmann\Exporter\Exporter();
foreach ([1.0, "multi\nline\0", [1, ['a' => null]], (object) ['x' => [1, 2]], true, "\xff", -0.0, fopen('php://memory', 'r'), Level::Low] as $v) show('export', fn () => [preg_replace('/(Object|resource)[ #(&]*\w+/', '$1 N', $e->export($v)), preg_replace('/resource\(\d+\)/', 'resource', $e->shortenedExport($v))]);
title('react loop');
$loop = new React\EventLoop\StreamSelectLoop();
$order = [];
$loop->addTimer(0.02, function () use (&$order) { $order[] = 'late'; });
$loop->addTimer(0.001, function () use (&$order) { $order[] = 'soon'; });
$n = 0; $timer = $loop->addPeriodicTimer(0.004, function () use (&$n, &$order, $loop, &$timer) { $order[] = 'tick'; if (++$n === 2) $loop->cancelTimer($timer); });
$loop->futureTick(function () use (&$order, $loop) { $order[] = 'tick0'; $loop->futureTick(function () use (&$order) { $order[] = 'tick1'; }); });
[$r, $w] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$loop->addReadStream($r, function ($s) use (&$order, $loop) { $order[] = 'read ' . fread($s, 10); $loop->removeReadStream($s); }); fwrite($w, 'hello');
$loop->run(); sort($order); echo implode(',', $order), "\n";
