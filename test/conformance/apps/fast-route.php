<?php
require __DIR__ . '/support/autoload.php';
psr4(['FastRoute\\' => 'fast-route/src']);
files('fast-route/src/functions.php');

use FastRoute\{Dispatcher, RouteCollector, RouteParser\Std};

function routes(RouteCollector $r): void
{
    $r->addRoute('GET', '/', 'home');
    $r->get('/user/{name}', 'user');
    $r->get('/user/{name}/{id:[0-9]+}', 'user id');
    $r->addRoute(['GET', 'POST'], '/article/{id:\d+}[/{title}]', 'article');
    $r->put('/files/{path:.+}', 'files');
    $r->delete('/x[/y[/z[/{last}]]]', 'optional');
    $r->patch('/p', 'patch');
    $r->head('/headed', 'head');
    $r->addGroup('/admin', function (RouteCollector $r) {
        $r->get('/do-something', 'admin something');
        $r->addGroup('/deep', fn (RouteCollector $r) => $r->post('/{a}-{b:[a-z]{2,3}}', 'admin deep'));
    });
    $r->addRoute('*', '/any', 'any method');
    $r->get('/lang/{lang:(?:en|de)}', 'lang');
    for ($i = 0; $i < 60; $i++) {
        $r->get("/many$i/{a}/{b}", "many$i");
    }
}
$requests = [['GET', '/'], ['GET', '/user/ann'], ['GET', '/user/ann/12'], ['GET', '/user/ann/x1'], ['POST', '/user/ann'], ['HEAD', '/user/ann'], ['GET', '/article/5'], ['POST', '/article/5/some title'], ['GET', '/article/five'],
    ['PUT', '/files/a/b/c.txt'], ['DELETE', '/x'], ['DELETE', '/x/y'], ['DELETE', '/x/y/z'], ['DELETE', '/x/y/z/w'], ['DELETE', '/x/y/z/w/v'], ['PATCH', '/p'], ['GET', '/p'], ['HEAD', '/headed'], ['GET', '/headed'],
    ['GET', '/admin/do-something'], ['POST', '/admin/deep/foo-ab'], ['POST', '/admin/deep/foo-abcd'], ['OPTIONS', '/any'], ['GET', '/lang/de'], ['GET', '/lang/fr'], ['GET', '/many0/1/2'], ['GET', '/many59/x/y'], ['GET', '/many60/x/y'], ['GET', ''], ['GET', '/usér/ü']];
foreach (['GroupCountBased', 'GroupPosBased', 'CharCountBased', 'MarkBased'] as $kind) {
    title($kind);
    $dispatcher = FastRoute\simpleDispatcher('routes', ['dataGenerator' => "FastRoute\\DataGenerator\\$kind", 'dispatcher' => "FastRoute\\Dispatcher\\$kind"]);
    foreach ($requests as [$method, $uri]) {
        $info = $dispatcher->dispatch($method, $uri);
        echo "$method $uri ", ['not found', 'found', 'method not allowed'][$info[0]], ' ', json_encode(array_slice($info, 1), JSON_UNESCAPED_UNICODE), "\n";
    }
}
title('data');
foreach (['GroupCountBased', 'MarkBased'] as $kind) {
    $class = "FastRoute\\DataGenerator\\$kind";
    $collector = new RouteCollector(new Std(), new $class());
    routes($collector);
    $data = $collector->getData();
    print_r($data[0]['GET'] ?? null);
    echo $data[1]['GET'][0]['regex'], ' ', count($data[1]['GET']), ' ', md5(serialize($data)), "\n";
}
title('parser');
foreach (['/test', '/test/{param}', '/te{ param }st', '/test/{param1}/test2/{param2}', '/test/{param:\d+}', '/test/{ param : \d{1,9} }', '/test[opt]', '/test[/{param}]', '/{param}[opt]', '/test[/{name}[/{id:[0-9]+}]]', '', '/{foo-bar}', '/{_foo:.*}'] as $route) {
    echo $route, ' ', json_encode((new Std())->parse($route)), "\n";
}
title('errors');
foreach (['/test[opt', '/test[opt[opt2]', '/testopt]', '/test[]', '/test[[opt]]', '[[test]]', '/test[/opt]/required'] as $route) {
    show($route, fn () => (new Std())->parse($route));
}
foreach ([['/user/{id}', '/user/{name}'], ['/a', '/a'], ['/user/{name}', '/user/static'], ['/{lang:(en|de)}', '/x'], ['/{a}/{a}', '/y']] as [$first, $second]) {
    show("$first $second", fn () => FastRoute\simpleDispatcher(function (RouteCollector $r) use ($first, $second) { $r->get($first, 'h0'); $r->get($second, 'h1'); }));
}
title('cached');
$file = tempnam(sys_get_temp_dir(), 'route');
unlink($file);
foreach ([1, 2] as $round) {
    $cached = FastRoute\cachedDispatcher(function ($r) { echo "building\n"; routes($r); }, ['cacheFile' => $file]);
    echo json_encode($cached->dispatch('GET', '/user/cached/9')), "\n";
}
echo md5(file_get_contents($file)), "\n", substr(file_get_contents($file), 0, 200), "\n";
unlink($file);
show('no cache file', fn () => FastRoute\cachedDispatcher('routes', []));
