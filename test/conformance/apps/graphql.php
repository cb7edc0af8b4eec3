<?php
require __DIR__ . '/support/autoload.php';
psr4(['GraphQL\\' => 'graphql/src']);

use GraphQL\Error\{DebugFlag, FormattedError, UserError};
use GraphQL\Executor\Promise\Adapter\SyncPromiseAdapter;
use GraphQL\GraphQL;
use GraphQL\Deferred;
use GraphQL\Language\{AST\NodeKind, Parser, Printer, Source, Visitor, Lexer};
use GraphQL\Type\Definition\{CustomScalarType, EnumType, InputObjectType, InterfaceType, ListOfType, NonNull, ObjectType, ResolveInfo, Type, UnionType};
use GraphQL\Type\{Introspection, Schema};
use GraphQL\Utils\{AST, BuildSchema, SchemaPrinter, BreakingChangesFinder};

$episode = new EnumType(['name' => 'Episode', 'values' => ['NEWHOPE' => ['value' => 4, 'description' => 'Released 1977'], 'EMPIRE' => ['value' => 5, 'deprecationReason' => 'old'], 'JEDI' => 6]]);
$character = new InterfaceType(['name' => 'Character', 'fields' => fn () => ['id' => Type::nonNull(Type::id()), 'name' => Type::string()], 'resolveType' => fn ($v) => isset($v['droid']) ? $GLOBALS['droid'] : $GLOBALS['human']]);
$human = new ObjectType(['name' => 'Human', 'interfaces' => [$character], 'fields' => fn () => ['id' => Type::nonNull(Type::id()), 'name' => Type::string(), 'height' => ['type' => Type::float(), 'args' => ['unit' => ['type' => Type::string(), 'defaultValue' => 'M']], 'resolve' => fn ($r, $a) => $a['unit'] === 'CM' ? $r['height'] * 100 : $r['height']], 'friends' => ['type' => Type::listOf($character), 'resolve' => fn ($r) => array_map(fn ($i) => new Deferred(fn () => $GLOBALS['people'][$i]), $r['friends'] ?? [])], 'appearsIn' => Type::listOf($episode), 'fails' => ['type' => Type::string(), 'resolve' => fn () => throw new UserError('user visible')], 'internal' => ['type' => Type::nonNull(Type::string()), 'resolve' => fn () => throw new RuntimeException('hidden')]]]);
$droid = new ObjectType(['name' => 'Droid', 'interfaces' => [$character], 'fields' => ['id' => Type::nonNull(Type::id()), 'name' => Type::string(), 'function' => ['type' => Type::string(), 'resolve' => fn ($r) => $r['droid']]]]);
$people = ['1' => ['id' => '1', 'name' => 'Luke', 'height' => 1.72, 'friends' => ['2', '3'], 'appearsIn' => [4, 6]], '2' => ['id' => '2', 'name' => 'R2', 'droid' => 'Astromech'], '3' => ['id' => '3', 'name' => 'Leia', 'height' => 1.5]];
$review = new InputObjectType(['name' => 'Review', 'fields' => ['stars' => Type::nonNull(Type::int()), 'text' => ['type' => Type::string(), 'defaultValue' => 'none'], 'nested' => Type::listOf(Type::nonNull(Type::int()))]]);
$date = new CustomScalarType(['name' => 'Date', 'serialize' => fn ($v) => date('Y', $v), 'parseValue' => fn ($v) => "parsed $v", 'parseLiteral' => fn ($n) => 'literal ' . $n->value]);
$query = new ObjectType(['name' => 'Query', 'fields' => ['human' => ['type' => $human, 'args' => ['id' => Type::nonNull(Type::id())], 'resolve' => fn ($root, $args, $context, ResolveInfo $info) => $GLOBALS['people'][$args['id']] ?? null], 'hero' => ['type' => $character, 'args' => ['episode' => $episode], 'resolve' => fn ($r, $a) => $GLOBALS['people'][($a['episode'] ?? 0) === 5 ? '1' : '2']], 'search' => ['type' => Type::listOf(new UnionType(['name' => 'Found', 'types' => [$human, $droid], 'resolveType' => fn ($v) => isset($v['droid']) ? 'Droid' : 'Human'])), 'resolve' => fn () => array_values($GLOBALS['people'])], 'echo' => ['type' => Type::string(), 'args' => ['i' => Type::int(), 'f' => Type::float(), 'b' => Type::boolean(), 's' => Type::string(), 'l' => Type::listOf(Type::int()), 'd' => $date, 'r' => $review], 'resolve' => fn ($r, $a) => json_encode($a)], 'year' => ['type' => $date, 'resolve' => fn () => 0], 'badInt' => ['type' => Type::int(), 'resolve' => fn () => 'not int'], 'list' => ['type' => Type::nonNull(Type::listOf(Type::nonNull(Type::int()))), 'resolve' => fn () => [1, null, 3]]]]);
$mutation = new ObjectType(['name' => 'Mutation', 'fields' => ['createReview' => ['type' => Type::string(), 'args' => ['review' => Type::nonNull($review)], 'resolve' => fn ($r, $a) => str_repeat('*', $a['review']['stars']) . $a['review']['text']]]]);
$schema = new Schema(['query' => $query, 'mutation' => $mutation, 'types' => [$human, $droid]]);
show('valid', function () use ($schema) { $schema->assertValid(); return 'ok'; });
title('queries');
$queries = ['{ human(id: 1) { name height height2: height(unit: "CM") friends { __typename name ... on Droid { function } } appearsIn } }', 'query Q($id: ID!, $with: Boolean = true) { human(id: $id) { ...F @include(if: $with) id @skip(if: $with) } } fragment F on Human { name friends { id } }', '{ hero { name } empire: hero(episode: EMPIRE) { name __typename } }', '{ search { __typename ... on Human { height } ... on Droid { function } } }', '{ echo(i: 5, f: 1.5, b: true, s: "q\\"\\u0041", l: [1, 2], d: "x", r: {stars: 3}) year }', 'mutation { createReview(review: {stars: 3, text: "good"}) again: createReview(review: {stars: 1}) }', '{ human(id: 1) { fails internal } }', '{ badInt }', '{ list }', '{ human(id: 99) { name } }', '{ nope }', '{ human { name } }', '{ human(id: 1) }', '{ echo(i: "x") }', '{ echo(i: 99999999999) }', '{ hero(episode: NOPE) { name } }', 'query ($x: Nope) { hero { name } }', 'query ($x: Int) { hero { name } }', '{ human(id: 1) { ...Missing } }', '{ a: human(id: 1) { name } a: human(id: 2) { name } }', '{ hero { height } }', 'fragment X on Human { ...X } { hero { name } }', '{ createReview }', 'mutation { createReview(review: {text: 5, extra: 1}) }', '{', '{ a(b: ) }', '{ "x" }', 'query { human(id: $u) { name } }', '{ __schema { queryType { name fields { name args { name type { name kind } defaultValue } } } } }', '{ __type(name: "Episode") { name enumValues(includeDeprecated: true) { name isDeprecated deprecationReason description } } }', 'subscription { x }', '', '{ hero @unknown { name } }', "{ echo(s: \"\"\"\n   block\n     text\n   \"\"\") }", '{ hero { name { x } } }'];
foreach ($queries as $i => $text) {
    $result = GraphQL::executeQuery($schema, $text, null, null, ['id' => '3', 'with' => true]);
    echo $i, ' ', json_encode($result->toArray(DebugFlag::INCLUDE_DEBUG_MESSAGE), JSON_UNESCAPED_SLASHES), "\n";
}
$introspection = GraphQL::executeQuery($schema, Introspection::getIntrospectionQuery())->toArray();
echo strlen(json_encode($introspection)), ' ', md5(json_encode($introspection)), "\n";
title('schema');
echo SchemaPrinter::doPrint($schema), "\n";
$sdl = "\"\"\"Docs\"\"\"\ntype Query { a(x: Int = 5, y: [In!]! = []): [T!]! @deprecated(reason: \"no\") u: U i(e: E = B): I }\ntype T implements I & J { id: ID! j: Int }\ninterface I { id: ID! }\ninterface J { j: Int }\nunion U = T | Other\ntype Other { s: S }\nscalar S\nenum E { A B @deprecated }\ninput In { a: Int = 1, b: In }\ndirective @own(a: Int) repeatable on FIELD | OBJECT\nextend type Other { more: String }";
$built = BuildSchema::build($sdl);
echo SchemaPrinter::doPrint($built), "\n";
foreach (['type Query { a: Nope }', 'type A { a: Int } type A { b: Int }', 'type Query implements I { a: Int } interface I { b: Int }', 'type Query { a: Int', 'type Query { __a: Int }'] as $bad) show($bad, function () use ($bad) { $s = BuildSchema::build($bad); $s->assertValid(); return 'ok'; });
$changes = BreakingChangesFinder::findBreakingChanges($built, BuildSchema::build('type Query { a: Int u: Int } enum E { A }'));
foreach ($changes as $change) echo $change['type'], ' ', $change['description'], "\n";
title('language');
$document = Parser::parse('query Q($a: [Int!] = [1]) @d(x: {y: $a}) { f(a: "s", b: 1.5e3, c: ENUM, d: null) { ...X ... on T @include(if: true) { g } } } fragment X on T { h }', ['noLocation' => false]);
echo Printer::doPrint($document), "\n";
echo Printer::doPrint(Visitor::visit($document, [NodeKind::FIELD => ['enter' => function ($node) { echo "enter {$node->name->value}\n"; return $node->name->value === 'g' ? Visitor::removeNode() : null; }, 'leave' => function ($node) { echo "leave {$node->name->value}\n"; return null; }], 'enter' => ['Name' => function ($n, $key, $parent, $path) { echo implode('.', $path) . "\n"; return null; }]])), "\n";
echo json_encode(AST::toArray($document)), "\n";
echo Printer::doPrint(AST::fromArray(AST::toArray($document))) === Printer::doPrint($document) ? 'round' : 'not', "\n";
show('value', fn () => [AST::valueFromAST(Parser::parseValue('{stars: 5}'), $review), Printer::doPrint(AST::astFromValue(['stars' => 1, 'text' => "a\"b"], $review)), (string) Type::nonNull(Type::listOf(Type::int()))]);
$lexer = new Lexer(new Source('{ a(b: "c\n") # comment'));
for ($t = $lexer->advance(); $t->kind !== '<EOF>'; ) { echo $t->kind, ' ', $t->value, ' ', $t->line, ':', $t->column, "\n"; try { $t = $lexer->advance(); } catch (Exception $e) { echo $e->getMessage(), "\n", FormattedError::printError($e), "\n"; break; } }
