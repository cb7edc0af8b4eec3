-- Any number of values each way, nil among them.
local co = coroutine.create(function (...)
  print("arguments", select("#", ...), ...)
  local function got (...) print("got", select("#", ...), ...) end
  got(coroutine.yield())
  got(coroutine.yield(1))
  got(coroutine.yield(1, 2, 3))
  got(coroutine.yield(nil, "after nil"))
  return "a", 1.5, true
end)
local function show (...) print("resume", select("#", ...), ...) end
show(coroutine.resume(co))
show(coroutine.resume(co))
show(coroutine.resume(co, "x"))
show(coroutine.resume(co, "x", "y"))
show(coroutine.resume(co, nil, false))
show(coroutine.resume(co, "dead"))
show(coroutine.resume(coroutine.create(function () end)))
show(coroutine.resume(coroutine.create(function (a, b) return b, a end), 1, 2))
