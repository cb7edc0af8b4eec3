-- An error while closing is close's second value; the last one counts.
local function closing (name, fails)
  return setmetatable({}, { __close = function ()
    print("closing", name)
    if fails then error(name .. " fails", 0) end
  end })
end

local co = coroutine.create(function ()
  local a <close> = closing("a", false)
  local b <close> = closing("b", true)
  local c <close> = closing("c", false)
  coroutine.yield()
end)
coroutine.resume(co)
print(coroutine.close(co))
print(coroutine.status(co))
print(coroutine.close(co))
print(coroutine.resume(co))

co = coroutine.create(function ()
  local a <close> = closing("a", true)
  local b <close> = closing("b", true)
  coroutine.yield()
end)
coroutine.resume(co)
print(coroutine.close(co))
