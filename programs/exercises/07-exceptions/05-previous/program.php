<?php
function chain(?Throwable $e): string {
    for ($names = []; $e !== null; $e = $e->getPrevious()) $names[] = $e->getMessage();
    return implode(' <- ', $names);
}
function one() { try { throw new Exception('A'); } finally { throw new Exception('B'); } }
function two() { try { one(); } finally { throw new Exception('C', 0, new Exception('D')); } }
function three() { try { one(); } catch (Exception $e) { return 'three: ' . $e->getMessage(); } finally { echo 'f '; } }
try { one(); } catch (Exception $e) { echo chain($e), "\n"; }
try { two(); } catch (Exception $e) { echo chain($e), "\n"; }
echo three(), "\n";
