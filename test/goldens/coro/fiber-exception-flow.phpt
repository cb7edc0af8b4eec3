--TEST--
exceptions in and out: catch, finally, rethrow, return over, previous chains
--FILE--
<?php
function log_($m) { echo $m, "\n"; }
function body($mode) {
    try {
        try {
            $x = Fiber::suspend("ready $mode");
            log_("resumed with $x");
            return "normal $x";
        } catch (InvalidArgumentException $e) {
            log_('caught inner ' . $e->getMessage());
            if ($mode === 'rethrow') throw new RuntimeException('wrapped', 1, $e);
            if ($mode === 'suspend in catch') log_('again ' . Fiber::suspend('in catch'));
        } finally {
            log_('inner finally');
            if ($mode === 'return in finally') return 'from finally';
            if ($mode === 'throw in finally') throw new LogicException('finally wins');
            if ($mode === 'suspend in finally') log_('finally got ' . Fiber::suspend('in finally'));
        }
        return 'after inner';
    } finally {
        log_('outer finally');
    }
}
foreach (['plain', 'rethrow', 'suspend in catch', 'return in finally', 'throw in finally', 'suspend in finally'] as $mode) {
    foreach (['resume', 'invalid', 'other'] as $how) {
        echo "--- $mode / $how\n";
        $f = new Fiber('body');
        try {
            $v = $f->start($mode);
            $v = match ($how) { 'resume' => $f->resume('value'), 'invalid' => $f->throw(new InvalidArgumentException('inv')), 'other' => $f->throw(new DomainException('dom')) };
            while (!$f->isTerminated()) { log_("suspended: $v"); $v = $f->resume('more'); }
            log_('returned ' . $f->getReturn());
        } catch (Exception $e) {
            for ($chain = []; $e; $e = $e->getPrevious()) $chain[] = get_class($e) . '(' . $e->getMessage() . ')';
            log_('out came ' . implode(' <- ', $chain));
        }
    }
}
--EXPECT--
--- plain / resume
resumed with value
inner finally
outer finally
returned normal value
--- plain / invalid
caught inner inv
inner finally
outer finally
returned after inner
--- plain / other
inner finally
outer finally
out came DomainException(dom)
--- rethrow / resume
resumed with value
inner finally
outer finally
returned normal value
--- rethrow / invalid
caught inner inv
inner finally
outer finally
out came RuntimeException(wrapped) <- InvalidArgumentException(inv)
--- rethrow / other
inner finally
outer finally
out came DomainException(dom)
--- suspend in catch / resume
resumed with value
inner finally
outer finally
returned normal value
--- suspend in catch / invalid
caught inner inv
suspended: in catch
again more
inner finally
outer finally
returned after inner
--- suspend in catch / other
inner finally
outer finally
out came DomainException(dom)
--- return in finally / resume
resumed with value
inner finally
outer finally
returned from finally
--- return in finally / invalid
caught inner inv
inner finally
outer finally
returned from finally
--- return in finally / other
inner finally
outer finally
returned from finally
--- throw in finally / resume
resumed with value
inner finally
outer finally
out came LogicException(finally wins)
--- throw in finally / invalid
caught inner inv
inner finally
outer finally
out came LogicException(finally wins)
--- throw in finally / other
inner finally
outer finally
out came LogicException(finally wins) <- DomainException(dom)
--- suspend in finally / resume
resumed with value
inner finally
suspended: in finally
finally got more
outer finally
returned normal value
--- suspend in finally / invalid
caught inner inv
inner finally
suspended: in finally
finally got more
outer finally
returned after inner
--- suspend in finally / other
inner finally
suspended: in finally
finally got more
outer finally
out came DomainException(dom)
