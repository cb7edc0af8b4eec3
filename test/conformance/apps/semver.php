<?php
require __DIR__ . '/support/autoload.php';
psr4(['Composer\\Semver\\' => 'semver/src']);

use Composer\Semver\{Comparator, Intervals, Semver, VersionParser};

$p = new VersionParser();
foreach (['1.0', 'v2.0.4-p1', '1.0.0-beta.5+foo', 'dev-master', '2010-01-02', '1.2.3.4', 'x', '^1', '20100102-203040', '1.0.0RC1dev', 'feature-foo', '1.x-dev', '10.4.13beta2', '1.0 as 2.0', '201903.0', '', '1..2', '041.x-dev'] as $v) {
    show("normalize $v", fn () => $p->normalize($v));
    show("branch $v", fn () => $p->normalizeBranch($v));
    echo VersionParser::parseStability($v), "\n";
}
foreach (['*', '>=1.2 <2', '^1.2.3', '~1.2', '1.2.*', '1.0 - 2.0', '^0.3 || ~2.0.5', '!=1.5', '>1.0,<3.0|4.*', 'dev-main', '1.0@dev', '>=1.0@beta', '^', '1.0 || ', '~>1.0', '=1.1', '<>2'] as $c) {
    show("constraint $c", fn () => (string) $p->parseConstraints($c));
    foreach (['1.2.3', '1.9.9', '2.0.6', '4.1.0-beta', '0.3.7'] as $v) show(" $v", fn () => Semver::satisfies($v, $c));
}
echo implode(' ', Semver::sort(['1.0', '0.1', '3.2.1-alpha', '3.2.1', '2.4.0-RC1', 'dev-x', '1.0.0'])), ' ', implode(' ', Semver::rsort(['1.0', '0.1', '2.0'])), ' ', implode(',', Semver::satisfiedBy(['1.0', '1.2', '2.0'], '~1.0')), "\n";
foreach ([['1.25.0', '<', '1.26'], ['1', '==', '1.0'], ['1.0-beta', '>', '1.0-alpha'], ['dev-foo', '!=', 'dev-bar']] as [$a, $op, $b]) var_dump(Comparator::compare($a, $op, $b));
show('subset', fn () => [Intervals::isSubsetOf($p->parseConstraints('^1.2'), $p->parseConstraints('>=1.0 <3')), Intervals::haveIntersections($p->parseConstraints('<1'), $p->parseConstraints('>2')), (string) Intervals::compactConstraint($p->parseConstraints('^1.0 || ^1.5 || >=1.8 <3'))]);
