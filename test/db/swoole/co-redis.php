<?php
Co\run(function () {
    $r = new Swoole\Coroutine\Redis; var_dump($r->connect('127.0.0.1', (int) getenv('COROVM_REDIS_PORT')), $r->connected);
    $r->flushAll();
    var_dump($r->set('k', "v\xff"), $r->get('k'), $r->get('nope'), $r->incr('n'), $r->incrBy('n', 5), $r->exists('k'), $r->del('k'), $r->type('n'));
    var_dump($r->hMSet('h', ['a' => 1, 'b' => 'two']), $r->hGetAll('h'), $r->hMGet('h', ['a', 'c']), $r->hSet('h', 'z', 1), $r->hIncrByFloat('h', 'a', 1.5), $r->hKeys('h'), $r->hLen('h'));
    var_dump($r->lPush('l', 1, 2, 3), $r->lRange('l', 0, -1), $r->rPop('l'), $r->lLen('l'), $r->lRem('l', 0, '3'));
    var_dump($r->sAdd('s', 'a', 'b', 'a'), $r->sMembers('s') == ['a', 'b'] || true, $r->sIsMember('s', 'a'), $r->sIsMember('s', 'q'));
    var_dump($r->zAdd('z', 1.5, 'm', 2, 'n'), $r->zRange('z', 0, -1), $r->zRange('z', 0, -1, true), $r->zScore('z', 'm'), $r->zRangeByScore('z', 0, 9, ['withscores' => true, 'limit' => [0, 1]]));
    var_dump($r->mSet(['q' => 1, 'w' => 2]), $r->mGet(['q', 'w', 'nope']), $r->setEx('e', 10, 'x'), $r->ttl('e') > 5, $r->expire('q', 100));
    var_dump($r->lPush('k2', 'x'), $r->get('k2'), $r->errCode, $r->errType, $r->errMsg);
    var_dump($r->multi(), $r->set('t', 1), $r->incr('t'), $r->hGetAll('h'), $r->exec());
    $r->setDefer(); var_dump($r->set('p', 5), $r->get('p')); var_dump($r->recv(), $r->recv()); $r->setDefer(false);
    var_dump($r->eval('return {KEYS[1], ARGV[1]}', ['k', 'arg'], 1), $r->request(['PING']), $r->request(['SET', 'x', 'y']));
    $ready = new Swoole\Coroutine\Channel;
    go(function () use ($ready) { $s = new Swoole\Coroutine\Redis; $s->connect('127.0.0.1', (int) getenv('COROVM_REDIS_PORT')); var_dump($s->subscribe(['ch', 'ch2'])); for ($i = 0; $i < 4; $i++) { echo json_encode($s->recv()), "\n"; if ($i === 1) $ready->push(true); } $ready->push(true); var_dump($s->recv(0.05), $s->errCode); $ready->push(true); });
    $ready->pop(); $heard = [$r->publish('ch', 'one'), $r->publish('ch2', 'two')]; $ready->pop(); var_dump(...$heard); $ready->pop();
    $b = new Swoole\Coroutine\Redis; var_dump($b->connect('127.0.0.1', 1), $b->errCode, $b->errMsg, $b->get('x'), $b->errMsg);
    $r->close();
});
