-- close ends a suspended coroutine: what is to be closed is closed, the innermost first.
local function closing (name)
  return setmetatable({}, { __close = function () print("closing", name) end })
end

local co = coroutine.create(function ()
  local a <close> = closing("a")
  coroutine.yield("first")
  local b <close> = closing("b")
  coroutine.yield("second")
  print("never")
end)
print(coroutine.resume(co))
print(coroutine.resume(co))
print(coroutine.close(co))
print(coroutine.status(co))
print(coroutine.resume(co))
print(coroutine.close(co))

-- one that has not begun, one that has ended, one that has failed
co = coroutine.create(function () print("never") end)
print(coroutine.close(co), coroutine.status(co))
co = coroutine.create(function () return 1 end)
coroutine.resume(co)
print(coroutine.close(co))
co = coroutine.create(function () error("failed", 0) end)
print(coroutine.resume(co))
print(coroutine.close(co))
print(coroutine.close(co))

-- neither the running one nor one that has resumed another
co = coroutine.create(function ()
  print(pcall(coroutine.close, co))
  coroutine.wrap(function () print(pcall(coroutine.close, co)) end)()
end)
coroutine.resume(co)
