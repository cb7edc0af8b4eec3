/**
 * Swoole\ConnectionPool and the proxies of connections, in PHP as Swoole's own library is.
 * Source: behaviour of swoole/library's ConnectionPool, ObjectProxy; wiki.swoole.com coroutine/conn_pool
 */

/** Swoole\ConnectionPool */
export const CONNECTION_POOL: string = String.raw`
namespace Swoole;

use RuntimeException;
use Swoole\Coroutine\Channel;
use Throwable;

class ConnectionPool
{
    public const DEFAULT_SIZE = 64;

    protected ?Channel $pool;

    /** @var callable */
    protected $constructor;

    protected int $num = 0;

    public function __construct(callable $constructor, protected int $size = self::DEFAULT_SIZE, protected ?string $proxy = null)
    {
        $this->pool = new Channel($size);
        $this->constructor = $constructor;
    }

    public function fill(): void
    {
        while ($this->num < $this->size) {
            $this->make();
        }
    }

    /** A connection; waits for one when all are taken. False after the timeout. */
    public function get(float $timeout = -1)
    {
        if ($this->pool === null) {
            throw new RuntimeException('Pool has been closed');
        }
        if ($this->num < $this->size && $this->pool->isEmpty()) {
            $this->make();
        }
        return $this->pool->pop($timeout);
    }

    /** Gives a connection back; null stands for one that is broken and is to be made anew. */
    public function put($connection): void
    {
        if ($this->pool === null) {
            return;
        }
        if ($connection === null) {
            $this->num--;
            $this->make();
            return;
        }
        $this->pool->push($connection);
    }

    public function close(): void
    {
        $pool = $this->pool;
        $this->pool = null;
        $this->num = 0;
        $pool?->close();
    }

    protected function make(): void
    {
        $this->num++;
        try {
            $connection = $this->proxy === null ? ($this->constructor)() : new $this->proxy($this->constructor);
        } catch (Throwable $throwable) {
            $this->num--;
            throw $throwable;
        }
        $this->put($connection);
    }
}
`;

/** Swoole\ObjectProxy */
export const OBJECT_PROXY: string = String.raw`
namespace Swoole;

use TypeError;

class ObjectProxy
{
    /** @var object */
    protected $__object;

    public function __construct($object)
    {
        if (!is_object($object)) {
            throw new TypeError('Non-object given');
        }
        $this->__object = $object;
    }

    public function __getObject()
    {
        return $this->__object;
    }

    public function __get(string $name)
    {
        return $this->__object->$name;
    }

    public function __set(string $name, $value): void
    {
        $this->__object->$name = $value;
    }

    public function __isset($name)
    {
        return isset($this->__object->$name);
    }

    public function __unset(string $name): void
    {
        unset($this->__object->$name);
    }

    public function __call(string $name, array $arguments)
    {
        return $this->__object->$name(...$arguments);
    }

    public function __invoke(...$arguments)
    {
        return ($this->__object)(...$arguments);
    }
}
`;
