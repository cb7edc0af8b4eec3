<?php
try {
    risky();
} catch (Exception $e) {
    echo "caught";
}
echo "on";
