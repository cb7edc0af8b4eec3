/**
 * Swoole\Database\PDOPool and what belongs to it, in PHP as Swoole's own library is.
 * Source: behaviour of swoole/library's Database\PDOConfig, PDOPool, PDOProxy, PDOStatementProxy
 */

/** A class that remembers settings, each with a getter and a fluent setter. */
function config(name: string, constants: string, settings: readonly (readonly [string, string, string])[]): string {
  const members = settings.map(([type, field, value]) => {
    const method = field.charAt(0).toUpperCase() + field.slice(1);
    return `
    protected ${type} $${field} = ${value};

    public function get${method}(): ${type}
    {
        return $this->${field};
    }

    public function with${method}(${type} $${field}): self
    {
        $this->${field} = $${field};
        return $this;
    }
`;
  });
  return `
namespace Swoole\\Database;

class ${name}
{
${constants}${members.join('')}${extraOf(name)}
}
`;
}

/** What a configuration answers besides. */
function extraOf(name: string): string {
  if (name !== 'PDOConfig' && name !== 'MysqliConfig') return '';
  return `
    public function hasUnixSocket(): bool
    {
        return $this->unixSocket !== null && $this->unixSocket !== '';
    }

    public static function getAvailableDrivers()
    {
        return [self::DRIVER_MYSQL, self::DRIVER_SQLITE];
    }
`;
}

const ADDRESS = [
  ['string', 'host', "'127.0.0.1'"],
  ['int', 'port', '3306'],
  ['?string', 'unixSocket', 'null'],
  ['string', 'dbname', "'test'"],
  ['string', 'charset', "'utf8mb4'"],
  ['string', 'username', "'root'"],
  ['string', 'password', "'root'"],
  ['array', 'options', '[]'],
] as const;

export const PDO_CONFIG: string = config(
  'PDOConfig',
  "    public const DRIVER_MYSQL = 'mysql';\n    public const DRIVER_SQLITE = 'sqlite';\n",
  [['string', 'driver', "'mysql'"], ...ADDRESS],
);
export const MYSQLI_CONFIG: string = config(
  'MysqliConfig',
  "    public const DRIVER_MYSQL = 'mysql';\n    public const DRIVER_SQLITE = 'sqlite';\n",
  ADDRESS,
);
export const REDIS_CONFIG: string = config('RedisConfig', '', [
  ['string', 'host', "'127.0.0.1'"],
  ['int', 'port', '6379'],
  ['float', 'timeout', '0.0'],
  ['string', 'reserved', "''"],
  ['int', 'retryInterval', '0'],
  ['float', 'readTimeout', '0.0'],
  ['string', 'auth', "''"],
  ['int', 'dbIndex', '0'],
  ['array', 'options', '[]'],
]);

export const PDO_POOL: string = String.raw`
namespace Swoole\Database;

use PDO;
use Swoole\ConnectionPool;

class PDOPool extends ConnectionPool
{
    public function __construct(protected PDOConfig $config, int $size = self::DEFAULT_SIZE)
    {
        parent::__construct(function () {
            $config = $this->config;
            return new PDO($this->dsn($config), $config->getUsername(), $config->getPassword(), $config->getOptions());
        }, $size, PDOProxy::class);
    }

    /** A connection; one that was left in a transaction is not handed out again. */
    public function get(float $timeout = -1)
    {
        $pdo = parent::get($timeout);
        if ($pdo instanceof PDOProxy) {
            $pdo->reset();
        }
        return $pdo;
    }

    private function dsn(PDOConfig $config): string
    {
        if ($config->getDriver() === PDOConfig::DRIVER_SQLITE) {
            return 'sqlite:' . $config->getDbname();
        }
        $address = $config->hasUnixSocket()
            ? 'unix_socket=' . $config->getUnixSocket()
            : 'host=' . $config->getHost() . ';port=' . $config->getPort();
        return $config->getDriver() . ':' . $address . ';dbname=' . $config->getDbname() . ';charset=' . $config->getCharset();
    }
}
`;

export const PDO_PROXY: string = String.raw`
namespace Swoole\Database;

use PDO;
use PDOException;
use Swoole\ObjectProxy;

class PDOProxy extends ObjectProxy
{
    /** @var PDO */
    protected $__object;

    protected ?array $setAttributeContext = null;

    /** @var callable */
    protected $constructor;

    protected int $round = 0;

    protected int $inTransaction = 0;

    public function __construct(callable $constructor)
    {
        parent::__construct($constructor());
        $this->constructor = $constructor;
    }

    /** Calls the connection; when the server has gone away outside of a transaction, a new one is made and asked again. */
    public function __call(string $name, array $arguments)
    {
        try {
            $result = $this->__object->{$name}(...$arguments);
        } catch (PDOException $e) {
            if ($this->inTransaction !== 0 || !DetectsLostConnections::causedByLostConnection($e)) {
                throw $e;
            }
            $this->reconnect();
            $result = $this->__object->{$name}(...$arguments);
        }
        if (strcasecmp($name, 'beginTransaction') === 0) {
            $this->inTransaction++;
        } elseif ((strcasecmp($name, 'commit') === 0 || strcasecmp($name, 'rollback') === 0) && $this->inTransaction > 0) {
            $this->inTransaction--;
        }
        if ((strcasecmp($name, 'prepare') === 0 || strcasecmp($name, 'query') === 0) && $result !== false) {
            return new PDOStatementProxy($result, $this);
        }
        return $result;
    }

    /** How often it has been connected anew. */
    public function getRound(): int
    {
        return $this->round;
    }

    public function reconnect(): void
    {
        $this->__object = ($this->constructor)();
        $this->round++;
        foreach ($this->setAttributeContext ?? [] as $attribute => $value) {
            $this->__object->setAttribute($attribute, $value);
        }
    }

    public function setAttribute(int $attribute, $value): bool
    {
        $this->setAttributeContext[$attribute] = $value;
        return $this->__object->setAttribute($attribute, $value);
    }

    public function inTransaction(): bool
    {
        return $this->inTransaction > 0;
    }

    public function reset(): void
    {
        $this->inTransaction = 0;
    }
}
`;

export const PDO_STATEMENT_PROXY: string = String.raw`
namespace Swoole\Database;

use PDO;
use PDOException;
use PDOStatement;
use Swoole\ObjectProxy;

class PDOStatementProxy extends ObjectProxy implements \IteratorAggregate
{
    /** @var PDOStatement */
    protected $__object;

    protected ?array $fetchMode = null;

    protected array $bindings = [];

    protected int $parentRound;

    public function __construct(PDOStatement $object, protected PDOProxy $parent)
    {
        parent::__construct($object);
        $this->parentRound = $parent->getRound();
    }

    public function __call(string $name, array $arguments)
    {
        try {
            return $this->__object->{$name}(...$arguments);
        } catch (PDOException $e) {
            if ($this->parent->inTransaction() || strcasecmp($name, 'execute') !== 0 || !DetectsLostConnections::causedByLostConnection($e)) {
                throw $e;
            }
            if ($this->parent->getRound() === $this->parentRound) {
                $this->parent->reconnect();
            }
            $this->parentRound = $this->parent->getRound();
            $this->__object = $this->parent->__getObject()->prepare($this->__object->queryString);
            if ($this->fetchMode !== null) {
                $this->__object->setFetchMode(...$this->fetchMode);
            }
            foreach ($this->bindings as [$method, $arguments_]) {
                $this->__object->{$method}(...$arguments_);
            }
            return $this->__object->execute(...$arguments);
        }
    }

    public function getIterator(): \Iterator
    {
        return $this->__object->getIterator();
    }

    public function setFetchMode(int $mode, ...$args): bool
    {
        $this->fetchMode = [$mode, ...$args];
        return $this->__object->setFetchMode(...$this->fetchMode);
    }

    public function bindParam($parameter, &$variable, $type = PDO::PARAM_STR, $length = 0, $options = null): bool
    {
        $arguments = [$parameter, &$variable, $type, $length, $options];
        $this->bindings["p$parameter"] = ['bindParam', $arguments];
        return $this->__object->bindParam(...$arguments);
    }

    public function bindColumn($column, &$variable, $type = PDO::PARAM_STR, $length = 0, $options = null): bool
    {
        $arguments = [$column, &$variable, $type, $length, $options];
        $this->bindings["c$column"] = ['bindColumn', $arguments];
        return $this->__object->bindColumn(...$arguments);
    }

    public function bindValue($parameter, $value, $type = PDO::PARAM_STR): bool
    {
        $this->bindings["p$parameter"] = ['bindValue', [$parameter, $value, $type]];
        return $this->__object->bindValue($parameter, $value, $type);
    }
}
`;

export const LOST_CONNECTIONS: string = String.raw`
namespace Swoole\Database;

use Throwable;

class DetectsLostConnections
{
    private const MESSAGES = [
        'server has gone away',
        'no connection to the server',
        'Lost connection',
        'is dead or not enabled',
        'Error while sending',
        'server closed the connection unexpectedly',
        'Error writing data to the connection',
        'Resource deadlock avoided',
        'Connection refused',
        'Connection timed out',
        'Broken pipe',
        'Connection reset by peer',
    ];

    public static function causedByLostConnection(Throwable $e): bool
    {
        foreach (self::MESSAGES as $message) {
            if (stripos($e->getMessage(), $message) !== false) {
                return true;
            }
        }
        return false;
    }
}
`;
