<?php
// Peers that fail, through PHP's streams. $peer does what its client's first line says; nobody listens at $closed; what
// connects to $full gets no answer.
[, $peer, $closed, $full] = $argv;
ini_set('display_errors', '1');
ini_set('html_errors', '0');
function connect(string $port, float $timeout = 2)
{
    return stream_socket_client("tcp://127.0.0.1:$port", $errno, $message, $timeout);
}
function ask(string $what)
{
    $stream = connect($GLOBALS['peer']);
    fwrite($stream, "$what\n");
    return $stream;
}

echo "-- refused\n";
var_dump(connect($closed));
var_dump(@stream_socket_client("tcp://127.0.0.1:$closed", $errno, $message, 1), $errno, $message);
var_dump(fsockopen('127.0.0.1', (int) $closed, $errno, $message, 1), $errno, $message);

echo "-- no such name\n";
var_dump(stream_socket_client('tcp://no-such-host.invalid:80', $errno, $message, 2), $errno, $message);
var_dump(fsockopen('no-such-host.invalid', 80, $errno, $message, 2), $errno, $message);

echo "-- no answer to a connect\n";
$start = microtime(true);
var_dump(stream_socket_client("tcp://127.0.0.1:$full", $errno, $message, 0.3), $errno, $message);
$seconds = microtime(true) - $start;
var_dump($seconds >= 0.25 && $seconds < 3);

echo "-- nothing to read\n";
$stream = ask('silent');
stream_set_timeout($stream, 0, 200000);
var_dump(fread($stream, 10), stream_get_meta_data($stream)['timed_out'], feof($stream));
var_dump(fgets($stream));
fclose($stream);

echo "-- ends in the middle of a line\n";
$stream = ask('half');
var_dump(fread($stream, 100), fread($stream, 100), feof($stream));
fclose($stream);

echo "-- reset\n";
$stream = ask('reset');
usleep(200000);
var_dump(fread($stream, 100));
var_dump(feof($stream));
var_dump(fwrite($stream, 'abc'));
fclose($stream);
