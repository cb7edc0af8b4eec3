<?php
class Box
{
    public $n = 1;
    public function __get($name)
    {
        echo "get $name\n";
        return ++$this->n;
    }
    public function __toString(): string
    {
        return 'box ' . ++$this->n;
    }
}
function next_id()
{
    static $id = 0;
    return ++$id;
}
$b = new Box();
for ($i = 0; $i < 5; $i++) {
    $id = next_id();
    $r = mt_rand(1, 1000) > 0;
}
echo $id, ' ', $b->n, "\n";
var_dump(new Box());
