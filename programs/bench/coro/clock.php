<?php
/** Nanoseconds of processor time that this process has used: other work on the machine hardly changes it. */
function cpu(): int
{
    $used = getrusage();
    $seconds = $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'];
    return 1000000000 * $seconds + 1000 * ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']);
}
