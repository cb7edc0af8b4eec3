<?php
require __DIR__ . '/support/autoload.php';
psr4(['Brick\\Math\\' => 'brick-math/src']);

use Brick\Math\{BigDecimal, BigInteger, BigNumber, BigRational, RoundingMode, Internal\Calculator, Internal\CalculatorRegistry};

$registry = 'Brick\Math\Internal\CalculatorRegistry';
if (class_exists($registry)) $registry::set(new Brick\Math\Internal\Calculator\NativeCalculator());
else Calculator::set(new Brick\Math\Internal\Calculator\NativeCalculator());
define('HALF_EVEN', (defined(RoundingMode::class . '::HalfEven') ? RoundingMode::HalfEven : RoundingMode::HALF_EVEN));
define('HALF_UP', (defined(RoundingMode::class . '::HalfUp') ? RoundingMode::HalfUp : RoundingMode::HALF_UP));
define('DOWN', (defined(RoundingMode::class . '::Down') ? RoundingMode::Down : RoundingMode::DOWN));
$text = fn ($v) => is_array($v) ? implode(' ', array_map('strval', $v)) : (string) $v;
title('integers');
$numbers = ['0', '1', '-1', '7', '-12', '99999999999999999999', '-123456789012345678901234567890', '18446744073709551616', '1000000007'];
foreach ($numbers as $a) {
    foreach ($numbers as $b) {
        $x = BigInteger::of($a);
        $y = BigInteger::of($b);
        $line = [$x->plus($y), $x->minus($y), $x->multipliedBy($y), $x->compareTo($y), $x->and($y), $x->or($y), $x->xor($y), $x->gcd($y)];
        if (!$y->isZero()) $line = [...$line, ...$x->quotientAndRemainder($y), $x->mod($y->abs()), $x->dividedBy($y, HALF_EVEN)];
        echo "$a $b: ", $text($line), "\n";
    }
}
$x = BigInteger::of('123456789123456789');
show('powers', fn () => $text([$x->power(5), BigInteger::of(2)->power(300), BigInteger::of(3)->modPow(200, 1000007), BigInteger::of(3)->modInverse(11), $x->sqrt(), $x->shiftedLeft(70), $x->shiftedRight(13), $x->negated()->shiftedRight(3), $x->not(), $x->getBitLength(), $x->getLowestSetBit(), $x->abs(), $x->getSign()]));
show('bases', fn () => $text([BigInteger::fromBase('-zz', 36), BigInteger::fromBase('1010', 2), $x->toBase(16), $x->toBase(36), BigInteger::fromArbitraryBase('abba', 'ab'), $x->toArbitraryBase('xyz'), bin2hex(BigInteger::of(-5)->toBytes()), BigInteger::fromBytes("\xff\x00"), BigInteger::fromBytes("\xff\x00", false)]));
foreach (['to int' => fn () => $x->power(3)->toInt(), 'zero' => fn () => $x->dividedBy(0), 'inexact' => fn () => BigInteger::of(7)->dividedBy(2), 'inverse' => fn () => BigInteger::of(2)->modInverse(4), 'format' => fn () => BigInteger::of('12a'), 'empty' => fn () => BigInteger::of(''), 'float' => fn () => BigInteger::of('1.5'), 'negative root' => fn () => BigInteger::of(-4)->sqrt(), 'base' => fn () => BigInteger::fromBase('9', 8), 'power' => fn () => BigInteger::of(2)->power(-1), 'base range' => fn () => $x->toBase(99)] as $label => $bad) show($label, $bad);
title('rounding');
foreach (array_filter(RoundingMode::cases(), fn ($m) => true) as $mode) {
    $line = [];
    foreach (['5.5', '2.5', '1.6', '1.1', '1.0', '-1.1', '-1.6', '-2.5', '-5.5'] as $n) $line[] = $mode->name === 'UNNECESSARY' || $mode->name === 'Unnecessary' ? BigDecimal::of($n) : BigDecimal::of($n)->toScale(0, $mode);
    echo $mode->name, ' ', $text($line), "\n";
}
show('unnecessary', fn () => BigDecimal::of('1.5')->toScale(0));
title('decimals');
$pairs = [['1', '3'], ['123.456', '-7.89'], ['0.001', '1000'], ['1e10', '1.5e-3'], ['-0.00', '5'], ['99999999999.99999999', '0.1']];
foreach ($pairs as [$a, $b]) {
    [$x, $y] = [BigDecimal::of($a), BigDecimal::of($b)];
    echo "$a $b: ", $text([$x->plus($y), $x->minus($y), $x->multipliedBy($y), $x->dividedBy($y, 10, HALF_UP), $x->quotient($y), $x->remainder($y), $x->compareTo($y), $x->getScale(), $x->getUnscaledValue(), $x->negated(), $x->power(3), $x->strippedOfTrailingZeros(), $x->withPointMovedLeft(3), $x->withPointMovedRight(2), $x->getIntegralPart(), $x->getFractionalPart()]), "\n";
}
show('sqrt', fn () => (string) BigDecimal::of(2)->sqrt(60, DOWN));
show('exact', fn () => (string) BigDecimal::of(1)->dividedByExact(8));
show('inexact', fn () => (string) BigDecimal::of(1)->dividedByExact(3));
show('sum', fn () => (string) BigNumber::of('1/3')->plus('1/6'));
show('float', fn () => [BigDecimal::of('1.25')->toFloat(), BigDecimal::of(1.5) . '', BigDecimal::ofUnscaledValue(12345, 3) . '']);
title('rationals');
foreach ([['1/2', '1/3'], ['-7/4', '21'], ['22/7', '0.14'], ['10/20', '1e2']] as [$a, $b]) {
    [$x, $y] = [BigRational::of($a), BigRational::of($b)];
    echo "$a $b: ", $text([$x->plus($y), $x->minus($y), $x->multipliedBy($y), $x->dividedBy($y), $x->power(2), $x->reciprocal(), $x->compareTo($y), $x->toScale(5, HALF_UP)]), "\n";
}
show('min/max', fn () => $text([BigInteger::min(3, '1', 2), BigDecimal::max('1.5', 2), BigInteger::sum(1, 2, '3')]));
show('json', fn () => json_encode([BigInteger::of(5), BigDecimal::of('1.50'), BigRational::of('1/2')]));
show('serialize', fn () => (string) unserialize(serialize(BigDecimal::of('12.34'))));
show('factorial', function () { $f = BigInteger::one(); for ($i = 2; $i <= 120; $i++) $f = $f->multipliedBy($i); return (string) $f; });
