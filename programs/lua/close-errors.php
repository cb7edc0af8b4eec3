<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// An error while closing is close's second value; the last one counts.
$co = Coroutine::create(function () {
    try {
        try {
            try {
                Coroutine::yield();
            } finally {
                say('closing', 'c');
            }
        } finally {
            say('closing', 'b');
            throw new Exception('b fails');
        }
    } finally {
        say('closing', 'a');
    }
});
Coroutine::resume($co);
say(...Coroutine::close($co));
say(Coroutine::status($co));
say(Coroutine::close($co));
say(...Coroutine::resume($co));

$co = Coroutine::create(function () {
    try {
        try {
            Coroutine::yield();
        } finally {
            say('closing', 'b');
            throw new Exception('b fails');
        }
    } finally {
        say('closing', 'a');
        throw new Exception('a fails');
    }
});
Coroutine::resume($co);
say(...Coroutine::close($co));
