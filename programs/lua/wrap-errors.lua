-- A wrapped coroutine passes its error on to whoever called it.
local f = coroutine.wrap(function ()
  coroutine.yield(1)
  error({ code = 42 })
end)
print(f())
local ok, err = pcall(f)
print(ok, err.code)
ok, err = pcall(f)
print(ok, (string.gsub(err, "^.-:%d+: ", "")))

-- Through two levels of them.
local inner = coroutine.wrap(function () error({ code = 7 }) end)
local outer = coroutine.wrap(function () inner() print("never") end)
ok, err = pcall(outer)
print(ok, err.code)
