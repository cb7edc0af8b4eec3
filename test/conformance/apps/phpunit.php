<?php
require __DIR__ . '/support/autoload.php';
eval('namespace SebastianBergmann\ResourceOperations; class ResourceOperations { static function getFunctions() { return []; } }');
eval('namespace SebastianBergmann\ObjectEnumerator; class Enumerator { function enumerate($v, $p = null) { return is_object($v) ? [$v] : []; } }');
eval('namespace SebastianBergmann\Invoker; class Invoker { function canInvokeWithTimeout() { return false; } function invoke($f, $a, $t) { return $f(...$a); } }');
eval('namespace SebastianBergmann\Timer; class Timer { function start() {} function stop() { return new self; } function asSeconds() { return 0.0; } }');
classmap('phpunit/src', 'sebastian-diff/src', 'sebastian-exporter/src', 'sebastian-comparator/src', 'recursion-context/src', 'code-coverage/src', 'instantiator/src', 'prophecy/src');
files('phpunit/src/Framework/Assert/Functions.php');

use PHPUnit\Framework\{Assert, AssertionFailedError, Exception, TestCase, TestListener, TestListenerDefaultImplementation, TestResult, TestSuite};

final class StackTest extends TestCase
{
    private array $stack = [];
    private static int $count = 0;
    public static function setUpBeforeClass(): void { echo "before class\n"; }
    public static function tearDownAfterClass(): void { echo 'after class ', self::$count, "\n"; }
    protected function setUp(): void { $this->stack = ['start']; self::$count++; }
    protected function tearDown(): void { $this->stack = []; }
    public function testPush(): array { $this->stack[] = 'foo'; $this->assertSame('foo', end($this->stack)); $this->assertCount(2, $this->stack); return $this->stack; }
    /** @depends testPush */
    public function testPop(array $stack): void { $this->assertSame('foo', array_pop($stack)); $this->assertEquals(['start'], $stack); }
    /** @dataProvider sums */
    public function testSum(int $a, int $b, int $sum): void { $this->assertSame($sum, $a + $b, "the sum of $a and $b"); }
    public static function sums(): iterable { yield 'zeros' => [0, 0, 0]; yield 'ones' => [1, 1, 2]; yield 'wrong' => [1, 2, 4]; yield [5, 5, 10]; }
    public function testException(): void { $this->expectException(InvalidArgumentException::class); $this->expectExceptionMessage('bad'); $this->expectExceptionCode(7); throw new InvalidArgumentException('very bad', 7); }
    public function testNoException(): void { $this->expectException(LogicException::class); }
    public function testOutput(): void { $this->expectOutputString('out'); echo 'out'; }
    public function testWrongOutput(): void { $this->expectOutputRegex('/^x+$/'); echo 'yyy'; }
    public function testSkipped(): void { $this->markTestSkipped('not here'); }
    public function testIncomplete(): void { $this->markTestIncomplete('later'); }
    public function testArrays(): void { $this->assertEquals(['a' => 1, 'b' => [1, 2, 3], 'c' => 'x'], ['a' => 1, 'b' => [1, 3, 2], 'd' => null]); }
    public function testStrings(): void { $this->assertSame("one\ntwo\nthree\nfour\n", "one\n2\nthree\nfour\nfive\n"); }
    public function testObjects(): void { $a = new ArrayObject([1]); $b = new ArrayObject([2]); $this->assertEquals($a, $b); }
    public function testError(): void { throw new RuntimeException('unexpected', 3, new Exception('inner')); }
    public function testNothing(): void {}
    public function testWarning(): void { $this->assertSame(1, [1][0]); $x = [] ; echo $x['nope']; }
}
class Recorder implements TestListener
{
    use TestListenerDefaultImplementation;
    private function note(string $what, $test, ?Throwable $e = null): void { echo $what, ' ', $test instanceof TestCase ? $test->getName() : $test->getName(), $e ? ': ' . get_class($e) . ' ' . $e->getMessage() : '', "\n"; if ($e instanceof PHPUnit\Framework\ExpectationFailedException && $e->getComparisonFailure()) echo $e->getComparisonFailure()->getDiff(), "\n"; }
    public function addError(PHPUnit\Framework\Test $t, Throwable $e, float $s): void { $this->note('E', $t, $e); }
    public function addWarning(PHPUnit\Framework\Test $t, PHPUnit\Framework\Warning $e, float $s): void { $this->note('W', $t, $e); }
    public function addFailure(PHPUnit\Framework\Test $t, AssertionFailedError $e, float $s): void { $this->note('F', $t, $e); }
    public function addSkippedTest(PHPUnit\Framework\Test $t, Throwable $e, float $s): void { $this->note('S', $t, $e); }
    public function addIncompleteTest(PHPUnit\Framework\Test $t, Throwable $e, float $s): void { $this->note('I', $t, $e); }
    public function endTest(PHPUnit\Framework\Test $t, float $s): void { $this->note('done', $t); }
}
title('assertions');
$o = new stdClass; $o->a = 1;
foreach ([fn () => Assert::assertTrue(false), fn () => Assert::assertEquals(1.0, 1.1), fn () => Assert::assertEqualsWithDelta(1, 1.05, 0.1), fn () => Assert::assertSame('1', 1), fn () => Assert::assertNull(5, 'msg'), fn () => Assert::assertContains(4, [1, 2]), fn () => Assert::assertArrayHasKey('x', ['y' => 1]), fn () => Assert::assertInstanceOf(Countable::class, $o), fn () => Assert::assertStringContainsString('needle', 'haystack'), fn () => Assert::assertMatchesRegularExpression('/^\d+$/', 'abc'), fn () => Assert::assertCount(3, [1]), fn () => Assert::assertEmpty([0]), fn () => Assert::assertGreaterThan(5, 3), fn () => Assert::assertJsonStringEqualsJsonString('{"a":1}', '{"a":2}'), fn () => Assert::assertThat(5, Assert::logicalAnd(Assert::greaterThan(1), Assert::logicalNot(Assert::equalTo(5)))), fn () => Assert::assertStringStartsWith('a', 'b'), fn () => Assert::assertIsInt('5'), fn () => Assert::assertNotSame($o, $o), fn () => Assert::assertEqualsCanonicalizing([3, 1], [1, 2]), fn () => Assert::assertFileExists('/no/such'), fn () => Assert::assertStringMatchesFormat('%d-%s', 'a-b'), fn () => Assert::assertObjectEquals($o, $o), fn () => Assert::fail('given up'), fn () => Assert::assertSame(1, 1)] as $i => $check) {
    try { $check(); echo "$i fine\n"; } catch (Throwable $e) { echo $i, ' ', get_class($e), ' ', $e->getMessage(), "\n"; if ($e instanceof PHPUnit\Framework\ExpectationFailedException && $f = $e->getComparisonFailure()) echo $f->getDiff(), "\n"; }
}
title('suite');
$suite = new TestSuite(StackTest::class);
$result = new TestResult();
$result->addListener(new Recorder());
$suite->run($result);
printf("%d tests, %d assertions, %d failures, %d errors, %d skipped, %d incomplete, %d risky\n", count($result), array_sum(array_map(fn ($t) => $t instanceof TestCase ? $t->getNumAssertions() : 0, iterator_to_array(new RecursiveIteratorIterator($suite->getIterator()), false))), $result->failureCount(), $result->errorCount(), $result->skippedCount(), $result->notImplementedCount(), $result->riskyCount());
var_dump($result->wasSuccessful());
