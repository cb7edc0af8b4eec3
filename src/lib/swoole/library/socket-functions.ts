/**
 * What stands in for the functions of ext/sockets where SWOOLE_HOOK_SOCKETS is on, in PHP as Swoole's own library is.
 * Source: behaviour of swoole/library's ext/sockets.php
 */
export const SOCKET_FUNCTIONS: string = String.raw`
declare(strict_types=1);

use Swoole\Coroutine\Socket;

function swoole_socket_create(int $domain, int $type, int $protocol): Socket|false
{
    try {
        return new Socket($domain, $type, $protocol);
    } catch (Socket\Exception $e) {
        trigger_error($e->getMessage(), E_USER_WARNING);
        return false;
    }
}

function swoole_socket_create_listen(int $port, int $backlog = 128): Socket|false
{
    $socket = swoole_socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
    return $socket && $socket->bind('0.0.0.0', $port) && $socket->listen($backlog) ? $socket : false;
}

function swoole_socket_create_pair(int $domain, int $type, int $protocol, mixed &$pair): bool
{
    $made = swoole_coroutine_socketpair($domain, $type, $protocol);
    if ($made) {
        $pair = $made;
    }
    return (bool) $made;
}

function swoole_socket_connect(Socket $socket, string $address, int $port = 0): bool
{
    return $socket->connect($address, $port);
}

function swoole_socket_bind(Socket $socket, string $address, int $port = 0): bool
{
    return $socket->bind($address, $port);
}

function swoole_socket_listen(Socket $socket, int $backlog = 0): bool
{
    return $socket->listen($backlog);
}

function swoole_socket_accept(Socket $socket): Socket|false
{
    return $socket->accept();
}

function swoole_socket_read(Socket $socket, int $length, int $type = PHP_BINARY_READ): string|false
{
    return $type == PHP_BINARY_READ ? $socket->recv($length) : $socket->recvLine($length);
}

function swoole_socket_write(Socket $socket, string $buffer, int $length = 0): int|false
{
    return $socket->send($length > 0 && $length < strlen($buffer) ? substr($buffer, 0, $length) : $buffer);
}

function swoole_socket_send(Socket $socket, string $buffer, int $length, int $flags): int|false
{
    if ($flags != 0) {
        throw new RuntimeException("\$flags[{$flags}] is not supported");
    }
    return swoole_socket_write($socket, $buffer, $length);
}

function swoole_socket_recv(Socket $socket, mixed &$buffer, int $length, int $flags): int|false
{
    if ($flags & MSG_OOB) {
        throw new RuntimeException('$flags[MSG_OOB] is not supported');
    }
    if ($flags & MSG_PEEK) {
        $socket->peek($length);
    }
    $timeout = $flags & MSG_DONTWAIT ? 0.001 : 0;
    $data = $flags & MSG_WAITALL ? $socket->recvAll($length, $timeout) : $socket->recv($length, $timeout);
    $buffer = $data === false ? null : $data;
    return $data === false ? false : strlen($data);
}

function swoole_socket_sendto(Socket $socket, string $buffer, int $length, int $flags, string $addr, int $port = 0): int|false
{
    if ($flags != 0) {
        throw new RuntimeException("\$flags[{$flags}] is not supported");
    }
    if ($socket->type != SOCK_DGRAM) {
        throw new RuntimeException('only supports dgram type socket');
    }
    if ($length > 0 && $length < strlen($buffer)) {
        $buffer = substr($buffer, 0, $length);
    }
    return $socket->sendto($addr, $port, $buffer);
}

function swoole_socket_recvfrom(Socket $socket, mixed &$buffer, int $length, int $flags, mixed &$name, mixed &$port = null): int|false
{
    if ($flags != 0) {
        throw new RuntimeException("\$flags[{$flags}] is not supported");
    }
    if ($length == 0) {
        $socket->errCode = SOCKET_EAGAIN;
        return false;
    }
    if ($socket->type != SOCK_DGRAM) {
        throw new RuntimeException('only supports dgram type socket');
    }
    $data = $socket->recvfrom($peer);
    if ($data === false) {
        return false;
    }
    $name = $peer['address'];
    if (func_num_args() == 6) {
        $port = $peer['port'];
    }
    $buffer = $length < strlen($data) ? substr($data, 0, $length) : $data;
    return strlen($buffer);
}

function swoole_socket_getpeername(Socket $socket, mixed &$address, mixed &$port = null): bool
{
    $info = $socket->getpeername();
    if ($info) {
        $address = $info['address'];
        if (func_num_args() == 3) {
            $port = $info['port'];
        }
    }
    return (bool) $info;
}

function swoole_socket_getsockname(Socket $socket, mixed &$address, mixed &$port = null): bool
{
    $info = $socket->getsockname();
    if ($info) {
        $address = $info['address'];
        if (func_num_args() == 3) {
            $port = $info['port'];
        }
    }
    return (bool) $info;
}

function swoole_socket_set_option(Socket $socket, int $level, int $optname, mixed $optval): bool
{
    return $socket->setOption($level, $optname, $optval);
}

function swoole_socket_setopt(Socket $socket, int $level, int $optname, mixed $optval): bool
{
    return $socket->setOption($level, $optname, $optval);
}

function swoole_socket_get_option(Socket $socket, int $level, int $optname): mixed
{
    return $socket->getOption($level, $optname);
}

function swoole_socket_getopt(Socket $socket, int $level, int $optname): mixed
{
    return $socket->getOption($level, $optname);
}

function swoole_socket_shutdown(Socket $socket, int $how = 2): bool
{
    return $socket->shutdown($how);
}

function swoole_socket_close(Socket $socket): void
{
    $socket->close();
}

function swoole_socket_last_error(?Socket $socket = null): int
{
    return $socket ? $socket->errCode : swoole_last_error();
}

function swoole_socket_clear_error(?Socket $socket = null): void
{
    if ($socket) {
        $socket->errCode = 0;
    }
    swoole_clear_error();
}

function swoole_socket_set_block(Socket $socket): bool
{
    if ($socket->isClosed()) {
        return false;
    }
    if ($socket->__ext_sockets_nonblock) {
        $socket->setOption(SOL_SOCKET, SO_RCVTIMEO, $socket->__ext_sockets_timeout);
    }
    $socket->__ext_sockets_nonblock = false;
    return true;
}

function swoole_socket_set_nonblock(Socket $socket): bool
{
    if ($socket->isClosed()) {
        return false;
    }
    if (!$socket->__ext_sockets_nonblock) {
        $socket->__ext_sockets_nonblock = true;
        $socket->__ext_sockets_timeout = $socket->getOption(SOL_SOCKET, SO_RCVTIMEO);
        $socket->setOption(SOL_SOCKET, SO_RCVTIMEO, ['sec' => 0, 'usec' => 1000]);
    }
    return true;
}

function swoole_socket_import_stream(mixed $stream): Socket|false
{
    return Socket::import($stream);
}
`;
