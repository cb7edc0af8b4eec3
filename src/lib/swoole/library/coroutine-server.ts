/**
 * Swoole\Coroutine\Server and the functions of Swoole\Coroutine\Http, in PHP as Swoole's own library is.
 * Source: behaviour of swoole/library's Coroutine\Server, Coroutine\Server\Connection, Coroutine\Http\ClientProxy, functions
 */

export const COROUTINE_SERVER: string = `
namespace Swoole\\Coroutine;

use Swoole\\Coroutine;
use Swoole\\Coroutine\\Server\\Connection;
use Swoole\\Exception;

class Server
{
    /** Seconds until accepting is tried again when there are too many files open. */
    private const RETRY = 1;

    public $host = '';
    public $port = 0;
    public $type = AF_INET;
    public $fd = -1;
    public $errCode = 0;
    public $setting = [];
    protected $running = false;
    protected $fn;
    protected $socket;

    public function __construct(string $host, int $port = 0, bool $ssl = false, bool $reuse_port = false)
    {
        if (str_contains($host, '::')) {
            $this->type = AF_INET6;
        } elseif (str_starts_with($host, 'unix:/')) {
            $host = substr($host, 5);
            $this->type = AF_UNIX;
        }
        $this->host = $host;
        $socket = new Socket($this->type, SOCK_STREAM, 0);
        if ($reuse_port && defined('SO_REUSEPORT')) {
            $socket->setOption(SOL_SOCKET, SO_REUSEPORT, true);
        }
        if (!$socket->bind($host, $port)) {
            throw new Exception("bind({$host}:{$port}) failed", $socket->errCode);
        }
        if (!$socket->listen()) {
            throw new Exception('listen() failed', $socket->errCode);
        }
        $this->port = $socket->getsockname()['port'] ?? 0;
        $this->fd = $socket->fd;
        $this->socket = $socket;
        $this->setting['open_ssl'] = $ssl;
    }

    public function set(array $setting): void
    {
        $this->setting = array_merge($this->setting, $setting);
    }

    public function handle(callable $fn): void
    {
        $this->fn = $fn;
    }

    public function shutdown(): bool
    {
        $this->running = false;
        return $this->socket->cancel();
    }

    /** Accepts until it is shut down; each connection has a coroutine of its own. */
    public function start(): bool
    {
        $this->running = true;
        if ($this->fn === null || !$this->socket->setProtocol($this->setting)) {
            $this->errCode = SOCKET_EINVAL;
            return false;
        }
        while ($this->running) {
            $socket = $this->socket->accept();
            if ($socket) {
                $socket->setProtocol($this->setting);
                if ($this->serve($socket) >= 0) {
                    continue;
                }
                Coroutine::sleep(self::RETRY);
                continue;
            }
            $code = $this->socket->errCode;
            if ($code === SOCKET_EMFILE || $code === SOCKET_ENFILE) {
                Coroutine::sleep(self::RETRY);
            } elseif ($code === SOCKET_ECANCELED) {
                break;
            } elseif ($code !== SOCKET_ETIMEDOUT) {
                trigger_error("accept failed, Error: {$this->socket->errMsg}[{$code}]", E_USER_WARNING);
                break;
            }
        }
        return true;
    }

    private function serve(Socket $socket)
    {
        if (empty($this->setting['open_ssl'])) {
            return Coroutine::create($this->fn, new Connection($socket));
        }
        return Coroutine::create(static function (callable $fn, Connection $connection): void {
            if ($connection->exportSocket()->sslHandshake()) {
                $fn($connection);
            }
        }, $this->fn, new Connection($socket));
    }
}
`;

export const SERVER_CONNECTION: string = `
namespace Swoole\\Coroutine\\Server;

use Swoole\\Coroutine\\Socket;

class Connection
{
    protected $socket;

    public function __construct(Socket $conn)
    {
        $this->socket = $conn;
    }

    public function recv(float $timeout = 0)
    {
        return $this->socket->recvPacket($timeout);
    }

    public function send(string $data)
    {
        return $this->socket->sendAll($data);
    }

    public function close(): bool
    {
        return $this->socket->close();
    }

    public function exportSocket(): Socket
    {
        return $this->socket;
    }
}
`;

export const CLIENT_PROXY: string = `
namespace Swoole\\Coroutine\\Http;

class ClientProxy
{
    private readonly array $headers;

    private readonly array $cookies;

    public function __construct(private readonly string $body, private readonly int $statusCode, ?array $headers, ?array $cookies)
    {
        $this->headers = $headers ?? [];
        $this->cookies = $cookies ?? [];
    }

    public function getBody(): string
    {
        return $this->body;
    }

    public function getStatusCode(): int
    {
        return $this->statusCode;
    }

    public function getHeaders(): array
    {
        return $this->headers;
    }

    public function getCookies(): array
    {
        return $this->cookies;
    }
}
`;

/** The class that holds the options of the library; here its functions are methods of it, too. */
export const SWOOLE_LIBRARY: string = `
class SwooleLibrary
{
    public static array $options = [];

    public static function swoole_library_set_options(array $options): void
    {
        self::$options = $options;
    }

    public static function swoole_library_get_options(): array
    {
        return self::$options;
    }

    public static function swoole_library_set_option(string $key, mixed $value): void
    {
        self::$options[$key] = $value;
    }

    public static function swoole_library_get_option(string $key): mixed
    {
        return self::$options[$key] ?? null;
    }

    public static function swoole_string(string $string = ''): Swoole\\StringObject
    {
        return new Swoole\\StringObject($string);
    }

    public static function swoole_array(array $array = []): Swoole\\ArrayObject
    {
        return new Swoole\\ArrayObject($array);
    }

    public static function swoole_array_list(mixed ...$values): Swoole\\ArrayObject
    {
        return new Swoole\\ArrayObject($values);
    }

    public static function request(string $url, string $method, mixed $data = null, ?array $options = null, ?array $headers = null, ?array $cookies = null): Swoole\\Coroutine\\Http\\ClientProxy
    {
        $info = parse_url($url);
        $scheme = $info['scheme'] ?? '';
        if ($scheme === '') {
            throw new Swoole\\Coroutine\\Http\\Client\\Exception('The URL given is illegal [no scheme]');
        }
        if ($scheme !== 'http' && $scheme !== 'https') {
            throw new Swoole\\Coroutine\\Http\\Client\\Exception('unknown scheme "' . $scheme . '"');
        }
        $secure = $scheme === 'https';
        $client = new Swoole\\Coroutine\\Http\\Client($info['host'], $info['port'] ?? ($secure ? 443 : 80), $secure);
        $client->setMethod($method);
        if ($data) {
            $client->setData($data);
        }
        $client->set($options ?: []);
        $client->setHeaders($headers ?: []);
        $client->setCookies($cookies ?: []);
        $path = $info['path'] ?? '/';
        if (!empty($info['query'])) {
            $path .= '?' . $info['query'];
        }
        if (!$client->execute($path)) {
            throw new Swoole\\Coroutine\\Http\\Client\\Exception($client->errMsg, $client->errCode);
        }
        return new Swoole\\Coroutine\\Http\\ClientProxy($client->getBody(), $client->getStatusCode(), $client->getHeaders() ?: [], $client->getCookies() ?: []);
    }

    public static function post(string $url, mixed $data, ?array $options = null, ?array $headers = null, ?array $cookies = null): Swoole\\Coroutine\\Http\\ClientProxy
    {
        return self::request($url, 'POST', $data, $options, $headers, $cookies);
    }

    public static function get(string $url, ?array $options = null, ?array $headers = null, ?array $cookies = null): Swoole\\Coroutine\\Http\\ClientProxy
    {
        return self::request($url, 'GET', null, $options, $headers, $cookies);
    }
}
`;
