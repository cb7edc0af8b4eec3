-- An error ends the coroutine and is resume's second value; the coroutine is dead then.
local co = coroutine.create(function (x)
  print("start", x)
  local y = coroutine.yield(x + 1)
  print("goes on", y)
  error("no more", 0)
end)
print(coroutine.resume(co, 1))
print(coroutine.resume(co, 2))
print(coroutine.status(co))
print(coroutine.resume(co, 3))

-- One that is caught inside does not.
co = coroutine.create(function ()
  local ok, err = pcall(function ()
    coroutine.yield("inside pcall")
    error("caught", 0)
  end)
  print("pcall:", ok, err)
  return "done"
end)
print(coroutine.resume(co))
print(coroutine.resume(co))
print(coroutine.resume(co))
