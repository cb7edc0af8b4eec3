<?php
/**
 * What every driver needs: where the libraries lie, an autoloader, and a way to print what happened.
 * A driver gets the folder of the libraries as its first argument.
 */


function library(string $path): string
{
    return $GLOBALS['argv'][1] . '/' . $path;
}

/** PSR-4: namespace prefix => folder below the libraries. The longest prefix that has the file wins. */
function psr4(array $prefixes): void
{
    uksort($prefixes, fn (string $a, string $b): int => strlen($b) <=> strlen($a));
    spl_autoload_register(function (string $class) use ($prefixes): void {
        foreach ($prefixes as $prefix => $folders) {
            if (!str_starts_with($class, $prefix)) {
                continue;
            }
            foreach ((array) $folders as $folder) {
                $file = library($folder) . '/' . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
                if (is_file($file)) {
                    require $file;
                    return;
                }
            }
        }
    });
}

/** Class map: looks through the PHP files of folders once for the classes they declare. */
function classmap(string ...$folders): void
{
    $map = [];
    foreach ($folders as $folder) {
        $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator(library($folder), FilesystemIterator::SKIP_DOTS));
        foreach ($files as $file) {
            if ($file->getExtension() !== 'php') {
                continue;
            }
            $source = file_get_contents($file->getPathname());
            $namespace = preg_match('/^\s*namespace\s+([\w\\\\]+)\s*[;{]/m', $source, $match) ? $match[1] . '\\' : '';
            preg_match_all('/^\s*(?:\/\*\w+\*\/\s*)?(?:(?:abstract|final|readonly)\s+)*(?:class|interface|trait|enum)\s+(\w+)/m', $source, $matches);
            foreach ($matches[1] as $name) {
                $map[strtolower($namespace . $name)] ??= $file->getPathname();
            }
        }
    }
    spl_autoload_register(function (string $class) use ($map): void {
        if (isset($map[strtolower($class)])) {
            require_once $map[strtolower($class)];
        }
    });
}

function files(string ...$files): void
{
    foreach ($files as $file) {
        require_once library($file);
    }
}

function title(string $text): void
{
    echo "\n== $text ==\n";
}

/** Prints what an expression gives, or what it throws. */
function show(string $label, callable $what): mixed
{
    try {
        $value = $what();
        echo $label, ': ', is_string($value) ? $value : var_export_short($value), "\n";
        return $value;
    } catch (Throwable $error) {
        echo $label, ' throws ', get_class($error), ': ', $error->getMessage(), "\n";
        return null;
    }
}

function var_export_short(mixed $value, int $depth = 0): string
{
    if (is_array($value)) {
        $parts = [];
        foreach ($value as $key => $item) {
            $parts[] = (array_is_list($value) ? '' : var_export($key, true) . ' => ') . var_export_short($item, $depth + 1);
        }
        return '[' . implode(', ', $parts) . ']';
    }
    if (is_object($value)) {
        if ($value instanceof UnitEnum) {
            return get_class($value) . '::' . $value->name;
        }
        if ($value instanceof Closure) {
            return 'Closure';
        }
        if ($depth > 4) {
            return get_class($value) . ' {...}';
        }
        $name = get_class($value);
        $name = str_contains($name, '@anonymous') ? 'class@anonymous' : $name;
        return $name . ' ' . var_export_short((array) $value, $depth + 1);
    }
    return is_string($value) ? '"' . addcslashes($value, "\0..\37\"\\") . '"' : var_export($value, true);
}
