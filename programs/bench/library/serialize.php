<?php
// serialize, unserialize and var_export of a megabyte.
require __DIR__ . '/support.php';
class Point
{
    public int $x = 0;
    protected ?string $name = null;
    private array $more = [];

    public function __construct(int $x, string $name)
    {
        $this->x = $x;
        $this->name = $name;
        $this->more = [$x, $name];
    }
}
$rows = [];
foreach (numbers(9000) as $i => $n) {
    $rows["key$i"] = ['id' => $i, 'value' => $n / 8, 'name' => "name $n", 'tags' => ['a', "b$i", null, true]];
}
$points = array_map(fn (int $n): Point => new Point($n, "p$n"), numbers(8000));
$numbers = numbers(100000);
$a = serialize($rows);
$b = serialize($points);
$c = serialize($numbers);

measure('serialize, arrays', fn () => serialize($rows));
measure('serialize, objects', fn () => serialize($points));
measure('serialize, numbers', fn () => serialize($numbers));
measure('unserialize, arrays', fn () => unserialize($a));
measure('unserialize, objects', fn () => count(unserialize($b)) . '');
measure('unserialize, numbers', fn () => unserialize($c));
measure('var_export', fn () => var_export($rows, true));
measure('print_r', fn () => print_r($rows, true));
