<?php
require __DIR__ . '/support/autoload.php';
psr4(['Pimple\\' => 'pimple/src/Pimple', 'Psr\\Container\\' => 'psr-container/src', 'DI\\' => 'php-di/src', 'Invoker\\' => 'invoker/src', 'Illuminate\\Container\\' => 'laravel/src/Illuminate/Container', 'Illuminate\\Contracts\\' => 'laravel/src/Illuminate/Contracts', 'Illuminate\\Support\\' => ['laravel/src/Illuminate/Collections', 'laravel/src/Illuminate/Macroable', 'laravel/src/Illuminate/Support'], 'Illuminate\\Support\\Traits\\' => ['laravel/src/Illuminate/Macroable/Traits', 'laravel/src/Illuminate/Conditionable/Traits', 'laravel/src/Illuminate/Support/Traits'], 'Illuminate\\Pipeline\\' => 'laravel/src/Illuminate/Pipeline']);
files('php-di/src/functions.php', 'laravel/src/Illuminate/Collections/functions.php', 'laravel/src/Illuminate/Collections/helpers.php');

use Illuminate\Container\Container as Laravel;

interface Shape { public function area(): float; }
class Square implements Shape { public function __construct(public float $side = 2.0) {} public function area(): float { return $this->side ** 2; } }
class Drawing { public array $log = []; public function __construct(public Shape $shape, public string $name = 'unnamed', int|string $union = 5) {} public function draw(Shape $other, string $prefix = '>') { return $prefix . $this->shape->area() . '/' . $other->area(); } public function setName(string $n) { $this->name = $n; $this->log[] = $n; } }
class Needs { public function __construct(public string $value) {} }
class Circular { public function __construct(Circular2 $c) {} }
class Circular2 { public function __construct(Circular $c) {} }
abstract class Abstracted {}
class Variadic { public array $all; public function __construct(Shape ...$shapes) { $this->all = $shapes; } }

title('pimple');
$c = new Pimple\Container(['param' => 'value']);
$c['service'] = fn ($c) => new Square(strlen($c['param']));
$c['factory'] = $c->factory(fn () => new Square());
$c['protected'] = $c->protect(fn ($x) => $x * 2);
show('same', fn () => [$c['service'] === $c['service'], $c['factory'] === $c['factory'], $c['protected'](21), $c['service']->area(), isset($c['nope']), $c->keys()]);
$c->extend('factory', function ($s, $c) { $s->side = 9; return $s; });
show('extended', fn () => $c['factory']->side);
show('frozen', fn () => $c['service'] = 1);
show('extend frozen', fn () => $c->extend('service', fn () => 1));
show('unknown', fn () => $c['nope']);
show('extend param', fn () => $c->extend('param', fn () => 1));
show('raw', fn () => get_class($c->raw('service')));
$c->register(new class implements Pimple\ServiceProviderInterface { public function register(Pimple\Container $c) { $c['from provider'] = 'yes'; } }, ['extra' => 1]);
show('provided', fn () => [$c['from provider'], $c['extra']]);
show('psr', fn () => [(new Pimple\Psr11\Container($c))->has('param'), (new Pimple\Psr11\ServiceLocator($c, ['alias' => 'param']))->get('alias')]);
show('psr missing', fn () => (new Pimple\Psr11\Container($c))->get('zz'));
unset($c['param']);
title('php-di');
$builder = new DI\ContainerBuilder();
$builder->useAttributes(false);
$builder->addDefinitions([
    'answer' => 42, 'list' => ['a', DI\get('answer')], 'text' => DI\string('answer is {answer}'), 'env' => DI\env('COROVM_NOPE', 'fallback'), Shape::class => DI\create(Square::class)->constructor(3.0), 'lazy' => DI\factory(fn (Psr\Container\ContainerInterface $c, Shape $s) => $c->get('answer') + $s->area()), 'drawing' => DI\autowire(Drawing::class)->constructorParameter('name', 'given')->method('setName', 'changed'), 'decorated' => fn () => 'plain', 'value' => DI\value(fn () => 'closure kept'), 'param factory' => DI\factory(fn ($a) => $a)->parameter('a', 'passed'), 'sub.x' => 1,
]);
$builder->addDefinitions(['decorated' => DI\decorate(fn ($previous, $c) => "<$previous>"), 'list' => DI\add(['b'])]);
$di = $builder->build();
foreach (['answer', 'list', 'text', 'env', 'lazy', 'decorated', 'param factory', Shape::class, 'drawing', Drawing::class, Square::class] as $id) show($id, fn () => $di->get($id));
show('value', fn () => $di->get('value')());
foreach ([Needs::class, Circular::class, Abstracted::class, 'nothing', Variadic::class] as $id) show($id, fn () => $di->get($id));
show('make', fn () => $di->make(Drawing::class, ['name' => 'made']) === $di->make(Drawing::class, ['name' => 'made']));
show('call', fn () => $di->call(fn (Shape $s, $plain = 'p', string ...$rest) => $s->area() . $plain));
show('call class', fn () => $di->call([Drawing::class, 'draw'], ['prefix' => '*']));
show('call string', fn () => $di->call('Drawing::draw'));
show('call missing', fn () => $di->call(fn (string $x) => $x));
show('call bad', fn () => $di->call('no_such_function'));
$di->set('late', DI\create(Square::class));
show('set', fn () => [$di->has('late'), $di->has('none'), $di->get('late')]);
show('debug', fn () => $di->debugEntry('drawing'));
show('debug list', fn () => $di->debugEntry('list'));
show('inject', fn () => $di->injectOn(new Square()));
show('known', fn () => count($di->getKnownEntryNames()) > 10);
class Injected { #[DI\Attribute\Inject('answer')] private int $n; #[DI\Attribute\Inject] public Shape $shape; public array $got; #[DI\Attribute\Inject] public function method(Shape $s, #[DI\Attribute\Inject('answer')] $a) { $this->got = [get_class($s), $a]; } public function __construct(#[DI\Attribute\Inject(['name' => 'x'])] public ?string $z = null) {} }
show('attributes', fn () => (new DI\ContainerBuilder())->useAttributes(true)->addDefinitions(['answer' => 7, Shape::class => DI\autowire(Square::class)->constructor(DI\get('answer'))])->build()->get(Injected::class));
title('laravel');
$l = new Laravel();
$l->bind(Shape::class, Square::class);
$l->singleton('one', fn ($app) => new stdClass());
$l->instance('inst', 'value');
$l->alias('inst', 'alias');
$l->when(Needs::class)->needs('$value')->give('contextual');
$l->when(Variadic::class)->needs(Shape::class)->give(fn () => [new Square(1), new Square(2)]);
$l->extend('one', function ($o) { $o->extended = true; return $o; });
$l->resolving(Square::class, fn ($s) => print('[resolving ' . get_class($s) . ']'));
$l->tag([Square::class, 'one'], 'things');
show('make', fn () => [$l->make('one') === $l->make('one'), $l->make('alias'), $l['inst'], $l->make(Shape::class)->area(), $l->make(Drawing::class, ['name' => 'n'])->name, $l->make(Needs::class)->value, count($l->make(Variadic::class)->all), count(iterator_to_array($l->tagged('things'))), $l->bound('nope'), $l->has('one'), $l->isShared('one')]);
foreach ([Abstracted::class, 'nothing'] as $id) show($id, fn () => $l->make($id));
show('call', fn () => [$l->call(fn (Shape $s, $x = 1) => $s->area() + $x, ['x' => 5]), $l->call('Drawing@draw', ['prefix' => '#']), $l->call([new Drawing(new Square(5)), 'draw'])]);
show('unresolvable', fn () => $l->call(fn ($x) => 1));
show('scalar', fn () => (new Laravel())->make(Needs::class));
$l->rebinding('inst', fn ($app, $v) => print("[rebound $v]"));
$l->instance('inst', 'again');
$l->bindIf('inst', fn () => 'no');
show('method binding', function () use ($l) { $l->bindMethod('Drawing@draw', fn ($d, $app) => 'bound ' . $d->name); return $l->call('Drawing@draw'); });
show('pipeline', fn () => (new Illuminate\Pipeline\Pipeline($l))->send(1)->through([fn ($x, $next) => $next($x + 1), fn ($x, $next) => $next($x * 10) . '!', new class { public function handle($x, $next) { return '<' . $next($x) . '>'; } }])->then(fn ($x) => "end $x"));
