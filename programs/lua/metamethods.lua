-- A coroutine suspends anywhere: while an index, a sum, a call or a string is being worked out by its object.
local lazy = setmetatable({}, {
  __index = function (_, name) return coroutine.yield("index", name) end,
  __call = function (_, x) return coroutine.yield("call", x) end,
  __tostring = function () return "lazy" end,
  __len = function () return coroutine.yield("count") end,
})

local co = coroutine.wrap(function ()
  print("sum", lazy.width + lazy.height)
  print("call", lazy(3) * 10)
  print("count", #lazy)
  for i, name in (function ()
    local n = 0
    return function ()
      n = n + 1
      local name = coroutine.yield("next", n)
      if name then return n, name end
    end
  end)() do print("item", i, name) end
  return "done"
end)

print(co())
print(co(3))
print(co(4))
print(co(5))
print(co(6))
print(co("first"))
print(co("second"))
print(co(nil))
