<?php
require __DIR__ . '/support/autoload.php';
psr4(['Ramsey\\Uuid\\' => 'ramsey-uuid/src', 'Ramsey\\Collection\\' => 'ramsey-collection/src', 'Brick\\Math\\' => 'brick-math-0.11/src']);
files('ramsey-uuid/src/functions.php');

use Ramsey\Uuid\{Uuid, UuidFactory, Guid\Guid};
use Ramsey\Uuid\Type\Hexadecimal;

foreach (['ff6f8cb0-c57d-11e1-9b21-0800200c9a66', '00000000-0000-0000-0000-000000000000', '018f6a2c-7a3c-7def-8abc-0123456789ab', '6ba7b811-9dad-11d1-80b4-00c04fd430c8', '1ef21d2f-1207-6660-8c4f-419efbd44d48', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8', '{6BA7B810-9DAD-21D1-8000-00C04FD430C8}', 'not-a-uuid', '6ba7b811'] as $text) {
    show($text, function () use ($text) {
        $u = Uuid::fromString($text);
        $f = $u->getFields();
        return [get_class($u), (string) $u, $u->getHex()->toString(), (string) $u->getInteger(), bin2hex($u->getBytes()), $u->getUrn(), $f->getVersion(), $f->getVariant(), $f->getTimeLow()->toString(), $f->getTimestamp()->toString(), $f->getNode()->toString(), $f->getClockSeq()->toString(), method_exists($u, 'getDateTime') ? $u->getDateTime()->format('Y-m-d H:i:s.u') : null];
    });
    var_dump(Uuid::isValid($text));
}
foreach ([Uuid::NAMESPACE_DNS, Uuid::NAMESPACE_URL] as $ns) foreach (['php.net', 'é', ''] as $name) echo Uuid::uuid3($ns, $name), ' ', Uuid::uuid5($ns, $name), "\n";
$a = Uuid::fromString('ff6f8cb0-c57d-11e1-9b21-0800200c9a66');
$b = Uuid::fromInteger('12345678901234567890');
show('compare', fn () => [$a->compareTo($b), $a->equals($b), $a->equals(Uuid::fromBytes($a->getBytes())), $a == clone $a]);
show('json', fn () => json_encode([$a, $b]));
show('serialized', fn () => [serialize($a), (string) unserialize(serialize($a))]);
foreach (['uuid1', 'uuid4', 'uuid6', 'uuid7'] as $f) {
    $made = Uuid::$f();
    show($f, fn () => [$made->getFields()->getVersion(), strlen((string) $made), Uuid::isValid((string) $made), preg_match('/^[0-9a-f-]{36}$/', (string) $made)]);
}
show('uuid2', fn () => Uuid::uuid2(Uuid::DCE_DOMAIN_PERSON, new Ramsey\Uuid\Type\Integer(1000))->getLocalIdentifier()->toString());
show('uuid8', fn () => (string) Uuid::uuid8("\x00\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff"));
show('ordered', function () { $last = ''; for ($i = 0; $i < 50; $i++) { $u = (string) Uuid::uuid7(); if ($u <= $last) return 'out of order'; $last = $u; } return 'in order'; });
show('date', fn () => Uuid::fromDateTime(new DateTimeImmutable('2020-02-02 02:02:02.123456 UTC'), new Hexadecimal('0123456789ab'), 77)->toString());
$factory = new UuidFactory();
$factory->setRandomGenerator(new class implements Ramsey\Uuid\Generator\RandomGeneratorInterface { public function generate(int $length): string { return str_repeat("\xab", $length); } });
show('fixed', fn () => (string) $factory->uuid4());
show('guid', function () { $f = new UuidFactory(new Ramsey\Uuid\FeatureSet(true)); $g = $f->fromString('ff6f8cb0-c57d-11e1-9b21-0800200c9a66'); return [get_class($g), bin2hex($g->getBytes()), (string) $g]; });
show('bad type', fn () => new Hexadecimal('xyz'));
show('bad integer', fn () => new Ramsey\Uuid\Type\Integer('1.5'));
show('short bytes', fn () => Uuid::fromBytes('abc'));
show('functions', fn () => Ramsey\Uuid\v5(Uuid::NAMESPACE_DNS, 'x'));
title('collections');
$c = new Ramsey\Collection\Collection('int', [3, 1, 2]);
show('sorted', fn () => $c->sort()->toArray());
show('map', fn () => $c->map(fn ($x) => $x * 2)->toArray());
show('bad', fn () => $c[] = 'x');
show('diff', fn () => $c->diff(new Ramsey\Collection\Collection('int', [1, 5]))->toArray());
show('where', fn () => (new Ramsey\Collection\Collection(Ramsey\Uuid\UuidInterface::class, [$a, $b]))->column('toString'));
$q = new Ramsey\Collection\Queue('string', ['a']); $q->add('b'); show('queue', fn () => [$q->poll(), $q->peek(), count($q)]); show('empty', fn () => [$q->remove(), $q->element()]);
