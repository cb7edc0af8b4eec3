<?php
Co\run(function () {
    foreach ([0, 0.1] as $pause) {
        $result = null;
        $me = Co::getCid();
        go(function () use (&$result, $me, $pause) {
            if ($pause > 0) Co::sleep($pause);
            $result = "result after $pause s";
            Co::resume($me);
        });
        Co::yield();
        echo $result, "\n";
    }
});
