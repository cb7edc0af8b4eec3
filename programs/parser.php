<?php
// A parser for arithmetic: text -> tokens -> tree -> value, in the three steps
// in which corovm itself goes from source to op_array.

enum TokenKind
{
    case Number;
    case Name;
    case Operator;
    case End;
}

final readonly class Token
{
    public function __construct(public TokenKind $kind, public string $text, public int $offset)
    {
    }
}

final class SyntaxError extends Exception
{
}

/** Text to tokens. A generator: the parser pulls one after the other. */
final class Lexer
{
    private const DIGITS = '0123456789';
    private const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

    public function __construct(private string $source)
    {
    }

    public function tokens(): Generator
    {
        $offset = 0;
        $length = strlen($this->source);
        while ($offset < $length) {
            $char = $this->source[$offset];
            if ($char === ' ') {
                $offset++;
                continue;
            }
            [$kind, $size] = match (true) {
                str_contains(self::DIGITS, $char) => [TokenKind::Number, strspn($this->source, self::DIGITS . '.', $offset)],
                str_contains(self::LETTERS, $char) => [TokenKind::Name, strspn($this->source, self::LETTERS, $offset)],
                str_contains('+-*/^(),', $char) => [TokenKind::Operator, 1],
                default => throw new SyntaxError("unexpected \"$char\" at $offset"),
            };
            yield new Token($kind, substr($this->source, $offset, $size), $offset);
            $offset += $size;
        }
        yield new Token(TokenKind::End, '', $length);
    }
}

abstract class Node
{
    abstract public function evaluate(array $variables): float|int;

    abstract public function __toString(): string;
}

final class NumberNode extends Node
{
    public function __construct(private float|int $value)
    {
    }

    public function evaluate(array $variables): float|int
    {
        return $this->value;
    }

    public function __toString(): string
    {
        return (string) $this->value;
    }
}

final class VariableNode extends Node
{
    public function __construct(private string $name)
    {
    }

    public function evaluate(array $variables): float|int
    {
        return $variables[$this->name] ?? throw new OutOfBoundsException("no variable {$this->name}");
    }

    public function __toString(): string
    {
        return $this->name;
    }
}

final class OperatorNode extends Node
{
    /** @param Node[] $operands */
    public function __construct(private string $operator, private array $operands)
    {
    }

    public function evaluate(array $variables): float|int
    {
        $values = array_map(fn (Node $node) => $node->evaluate($variables), $this->operands);
        return match ($this->operator) {
            '+' => $values[0] + $values[1],
            '-' => count($values) === 1 ? -$values[0] : $values[0] - $values[1],
            '*' => $values[0] * $values[1],
            '/' => $values[0] / $values[1],
            '^' => $values[0] ** $values[1],
            'max' => max(...$values),
            'min' => min(...$values),
        };
    }

    public function __toString(): string
    {
        return '(' . $this->operator . ' ' . implode(' ', $this->operands) . ')';
    }
}

/** Tokens to a tree, by precedence climbing. */
final class Parser
{
    /** operator => [how strongly it binds, whether it groups to the right] */
    private const BINARY = [
        '+' => [1, false],
        '-' => [1, false],
        '*' => [2, false],
        '/' => [2, false],
        '^' => [4, true],
    ];
    private const UNARY_MINUS = 3;

    private Generator $tokens;

    public function parse(string $source): Node
    {
        $this->tokens = (new Lexer($source))->tokens();
        $node = $this->expression(0);
        $this->expect(TokenKind::End);
        return $node;
    }

    private function expression(int $atLeast): Node
    {
        $left = $this->operand();
        while ($this->token()->kind === TokenKind::Operator) {
            [$strength, $right] = self::BINARY[$this->token()->text] ?? [-1, false];
            if ($strength < $atLeast) {
                break;
            }
            $operator = $this->advance()->text;
            $left = new OperatorNode($operator, [$left, $this->expression($right ? $strength : $strength + 1)]);
        }
        return $left;
    }

    private function operand(): Node
    {
        $token = $this->advance();
        if ($token->kind === TokenKind::Number) {
            return new NumberNode(+$token->text);
        }
        if ($token->kind === TokenKind::Name) {
            return $this->token()->text === '(' ? $this->call($token->text) : new VariableNode($token->text);
        }
        if ($token->text === '-') {
            return new OperatorNode('-', [$this->expression(self::UNARY_MINUS)]);
        }
        if ($token->text === '(') {
            $inner = $this->expression(0);
            $this->expect(TokenKind::Operator, ')');
            return $inner;
        }
        throw new SyntaxError('unexpected ' . ($token->text === '' ? 'end' : "\"$token->text\"") . " at $token->offset");
    }

    private function call(string $name): Node
    {
        $this->expect(TokenKind::Operator, '(');
        $arguments = [];
        do {
            $arguments[] = $this->expression(0);
        } while ($this->token()->text === ',' && $this->advance());
        $this->expect(TokenKind::Operator, ')');
        return new OperatorNode($name, $arguments);
    }

    private function token(): Token
    {
        return $this->tokens->current();
    }

    private function advance(): Token
    {
        $token = $this->token();
        $this->tokens->next();
        return $token;
    }

    private function expect(TokenKind $kind, string $text = ''): void
    {
        $token = $this->token();
        if ($token->kind !== $kind || $token->text !== $text) {
            throw new SyntaxError("expected " . ($text === '' ? strtolower($kind->name) : "\"$text\"") . " at $token->offset");
        }
        $this->advance();
    }
}

$parser = new Parser();
$sources = [
    '1 + 2 * 3',
    '(1 + 2) * 3',
    '2 ^ 3 ^ 2',
    '-2 ^ 2',
    '8 / 4 / 2',
    'x * (y - 0.5)',
    'max(x, 2 * y, 7) - min(1, 0)',
    '1 / 0',
    '1 + ',
    '2 * (3 + 4',
    '3 $ 4',
    'z + 1',
];
foreach ($sources as $source) {
    try {
        $tree = $parser->parse($source);
        printf("%-30s %-32s ", $source, $tree);
        echo $tree->evaluate(['x' => 4, 'y' => 3]), "\n";
    } catch (SyntaxError $e) {
        printf("%-30s syntax error: %s\n", $source, $e->getMessage());
    } catch (DivisionByZeroError | OutOfBoundsException $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
