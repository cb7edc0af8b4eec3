--TEST--
deadlock report
--FILE--
<?php
use Swoole\Coroutine as Co;
class Held { function __construct(public $name) {} function __destruct() { echo "destroyed {$this->name}\n"; } }
function inner($ch) { $ch->pop(); }
Co\run(function () {
    $ch = new Co\Channel(1);
    go(function () use ($ch) { $held = new Held('one'); try { inner($ch); } finally { echo "never\n"; } });
    go(function () { $held = new Held('two'); array_map(function ($x) { Co::yield(); }, [1]); });
    Co::sleep(1.5);
    go(function () { (new Co\WaitGroup(1))->wait(); });
    Co::sleep(0.5);
});
echo "the program goes on\n";
--EXPECTF--

 =================================================================
  [FATAL ERROR]: all coroutines (count: 3) are asleep - deadlock!
 =================================================================

  [Coroutine-4]
 -----------------------------------------------------------------
#0 %s(10): Swoole\Coroutine\WaitGroup->wait()
#1 [internal function]: {closure}()
  (waits for channel pop since 0.500 s, created at %s:10)

  [Coroutine-3]
 -----------------------------------------------------------------
#0 %s(8): Swoole\Coroutine::yield()
#1 [internal function]: {closure}()
#2 %s(8): array_map()
#3 [internal function]: {closure}()
  (waits for resume since 2.000 s, created at %s:8)

  [Coroutine-2]
 -----------------------------------------------------------------
#0 %s(4): Swoole\Coroutine\Channel->pop()
#1 %s(7): inner()
#2 [internal function]: {closure}()
  (waits for channel pop since 2.000 s, created at %s:7)

 =================================================================
the program goes on
destroyed one
destroyed two
[2024-01-01 00:00:02 @%d.0]	WARNING	Channel::~Channel() (ERRNO 10003): channel is destroyed, 1 consumers will be discarded
[2024-01-01 00:00:02 @%d.0]	WARNING	Channel::~Channel() (ERRNO 10003): channel is destroyed, 1 consumers will be discarded
