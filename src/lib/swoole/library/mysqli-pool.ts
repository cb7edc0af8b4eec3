/**
 * Swoole\Database\MysqliPool and RedisPool, in PHP as Swoole's own library is.
 * Source: behaviour of swoole/library's Database\MysqliPool, MysqliProxy, MysqliStatementProxy, RedisPool
 */

export const MYSQLI_POOL: string = String.raw`
namespace Swoole\Database;

use mysqli;
use Swoole\ConnectionPool;

class MysqliPool extends ConnectionPool
{
    public function __construct(protected MysqliConfig $config, int $size = self::DEFAULT_SIZE)
    {
        parent::__construct(function () {
            $mysqli = mysqli_init();
            foreach ($this->config->getOptions() as $option => $value) {
                $mysqli->set_opt($option, $value);
            }
            $mysqli->real_connect(
                $this->config->getHost(),
                $this->config->getUsername(),
                $this->config->getPassword(),
                $this->config->getDbname(),
                $this->config->getPort(),
                $this->config->getUnixSocket()
            );
            if ($mysqli->connect_errno) {
                throw new MysqliException($mysqli->connect_error, $mysqli->connect_errno);
            }
            $mysqli->set_charset($this->config->getCharset());
            return $mysqli;
        }, $size, MysqliProxy::class);
    }
}
`;

export const MYSQLI_EXCEPTION: string = String.raw`
namespace Swoole\Database;

class MysqliException extends \Exception
{
}
`;

export const MYSQLI_PROXY: string = String.raw`
namespace Swoole\Database;

use mysqli;
use mysqli_sql_exception;
use Swoole\ObjectProxy;

class MysqliProxy extends ObjectProxy
{
    /** CR_SERVER_GONE_ERROR, CR_SERVER_LOST */
    private const LOST = [2006, 2013];

    /** @var mysqli */
    protected $__object;

    /** @var callable */
    protected $constructor;

    protected int $round = 0;

    public function __construct(callable $constructor)
    {
        parent::__construct($constructor());
        $this->constructor = $constructor;
    }

    public function __call(string $name, array $arguments)
    {
        try {
            $result = $this->__object->{$name}(...$arguments);
            $lost = $result === false && in_array($this->__object->errno, self::LOST, true);
        } catch (mysqli_sql_exception $e) {
            if (!in_array($e->getCode(), self::LOST, true)) {
                throw $e;
            }
            $lost = true;
        }
        if ($lost) {
            $this->reconnect();
            $result = $this->__object->{$name}(...$arguments);
        }
        return $result;
    }

    public function getRound(): int
    {
        return $this->round;
    }

    public function reconnect(): void
    {
        $this->__object = ($this->constructor)();
        $this->round++;
    }
}
`;

export const REDIS_POOL: string = String.raw`
namespace Swoole\Database;

use RuntimeException;
use Swoole\ConnectionPool;
use Swoole\Coroutine\Redis;

/** Hands out Swoole\Coroutine\Redis: this engine has no extension redis. */
class RedisPool extends ConnectionPool
{
    public function __construct(protected RedisConfig $config, int $size = self::DEFAULT_SIZE)
    {
        parent::__construct(function () {
            $redis = new Redis(['connect_timeout' => $this->config->getTimeout(), 'timeout' => $this->config->getReadTimeout()]);
            if (!$redis->connect($this->config->getHost(), $this->config->getPort())) {
                throw new RuntimeException($redis->errMsg, $redis->errCode);
            }
            if ($this->config->getAuth() !== '' && !$redis->auth($this->config->getAuth())) {
                throw new RuntimeException($redis->errMsg);
            }
            if ($this->config->getDbIndex() !== 0) {
                $redis->select($this->config->getDbIndex());
            }
            return $redis;
        }, $size);
    }
}
`;
