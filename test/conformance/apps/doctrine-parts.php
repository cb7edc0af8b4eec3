<?php
require __DIR__ . '/support/autoload.php';
psr4(['Doctrine\\Inflector\\' => 'doctrine-inflector/lib/Doctrine/Inflector', 'Doctrine\\Common\\Lexer\\' => 'doctrine-lexer/src', 'Composer\\Semver\\' => 'semver/src']);

use Composer\Semver\{Comparator, Constraint\Constraint, Intervals, Semver, VersionParser};
use Doctrine\Common\Lexer\AbstractLexer;
use Doctrine\Inflector\{InflectorFactory, Language};

title('inflector');
$words = ['child', 'person', 'box', 'baby', 'fish', 'mouse', 'quiz', 'ox', 'man', 'news', 'hero', 'analysis', 'bus', 'status', 'Category', 'data', 'leaf', 'potato', 'foot', 'tooth', 'sheep', 'axis', 'alias', 'matrix', 'index', 'series', 'cheval', 'animal', 'hotel', 'papel', 'luz', 'avión', 'casa', 'ev', 'kitap', 'barn', 'bil'];
foreach ([Language::ENGLISH, Language::FRENCH, Language::SPANISH, Language::PORTUGUESE, Language::NORWEGIAN_BOKMAL, Language::TURKISH] as $language) {
    $inflector = show($language, fn () => InflectorFactory::createForLanguage($language)->build()) ? InflectorFactory::createForLanguage($language)->build() : null;
    foreach ($words as $word) {
        $plural = $inflector?->pluralize($word);
        echo "$word $plural ", $inflector?->singularize((string) $plural), ' ', $inflector?->singularize($word), "\n";
    }
}
$inflector = InflectorFactory::create()->build();
foreach (['ModelName', 'model_name', 'top-o-the-morning to all_of_you!', 'ÀÉÎõü ßæ', 'HTMLParser'] as $text) {
    echo $inflector->tableize($text), ' ', $inflector->classify($text), ' ', $inflector->camelize($text), ' ', $inflector->capitalize($text), ' ', $inflector->urlize($text), ' ', $inflector->unaccent($text), "\n";
}
title('lexer');
final class CalcLexer extends AbstractLexer
{
    const T_NUMBER = 1, T_PLUS = 2, T_NAME = 3, T_STRING = 4, T_OTHER = 5;
    protected function getCatchablePatterns(): array { return ['[a-z_][a-z0-9_]*', '(?:[0-9]+(?:[\.][0-9]+)*)(?:e[+-]?[0-9]+)?', "'(?:[^']|'')*'"]; }
    protected function getNonCatchablePatterns(): array { return ['\s+', '(.)']; }
    protected function getType(string &$value): int
    {
        if (is_numeric($value)) return self::T_NUMBER;
        if ($value[0] === "'") { $value = str_replace("''", "'", substr($value, 1, -1)); return self::T_STRING; }
        return $value === '+' ? self::T_PLUS : (ctype_alpha($value[0]) ? self::T_NAME : self::T_OTHER);
    }
}
$lexer = new CalcLexer();
$lexer->setInput("foo + 12.5e3 - 'it''s' Über ( x1+2 )");
while ($lexer->moveNext()) {
    if ($lexer->token) echo $lexer->getLiteral($lexer->token->type), ' ', var_export_short($lexer->token->value), ' @', $lexer->token->position, ' ', $lexer->token->isA(1, 2) ? 'num or plus' : '', "\n";
}
$lexer->setInput('a b 1 + c');
var_dump($lexer->moveNext(), $lexer->isNextToken(CalcLexer::T_NAME), $lexer->isNextTokenAny([1, 2]), $lexer->glimpse()?->value, $lexer->peek()?->value, $lexer->peek()?->value);
$lexer->skipUntil(CalcLexer::T_PLUS);
echo $lexer->lookahead->value, ' ', $lexer->getInputUntilPosition(4), "\n";
title('semver');
$parser = new VersionParser();
foreach (['1.0.0', 'v1.2', '1.0.0-alpha.3', '1.0beta2', 'dev-master', '2010.01.02', '1.0.0RC1dev', '1.2.x-dev', '1.0.0+build', '1.0.0.RC.15-dev', '20100102-203040-p1', 'dev-trunk', '1.0.0-rc1-dev', 'invalid', '1.0.0-meh', 'a', '', '1.0.0<1'] as $version) {
    show($version, fn () => $parser->normalize($version) . ' ' . VersionParser::parseStability($version));
}
foreach (['*', '1.2.*', '>=1.0 <2.0', '^1.2', '^0.3.1', '~1.2', '~1.2.3', '1.0 - 2.0', '>1.0,<=1.5 || ^3', '!=1.0', '<>2', '==1.2@beta', '>=2@dev', 'dev-main', '1.2.3 - 1.4', '^1.0@alpha', '', '>', '^', '1.0.0 ||', '~', '1.*.2'] as $constraint) {
    show($constraint, fn () => (string) $parser->parseConstraints($constraint) . ' | ' . $parser->parseConstraints($constraint)->getLowerBound() . ' ' . $parser->parseConstraints($constraint)->getUpperBound());
}
foreach ([['1.2.3', '^1.0'], ['2.0.0', '^1.0'], ['1.0.0-beta', '>=1.0'], ['dev-main', '*'], ['1.5', '1.4 - 1.6 || 3.*'], ['0.3.2', '^0.3.1']] as [$version, $constraint]) {
    show("$version $constraint", fn () => Semver::satisfies($version, $constraint));
}
print_r(Semver::sort(['1.0', '0.1', '3.2.1', '2.0-alpha', '2.0', 'dev-x', '2.0-beta.3', '1.10', '1.9']));
print_r(Semver::rsort(['1.0', '1.0-RC1', '1.0-dev']));
print_r(Semver::satisfiedBy(['1.0', '1.2', '2.0'], '~1.0'));
foreach (['greaterThan', 'lessThanOrEqualTo', 'equalTo', 'notEqualTo'] as $method) echo $method, var_export(Comparator::$method('1.2.0', '1.10'), true), "\n";
echo Intervals::compactConstraint($parser->parseConstraints('>=1 <3 || >=2 <4 || ^5.1 || 7.*')), ' ', var_export(Intervals::haveIntersections($parser->parseConstraints('^1'), $parser->parseConstraints('^2')), true), "\n";
show('constraint', fn () => (string) new Constraint('nope', '1'));
