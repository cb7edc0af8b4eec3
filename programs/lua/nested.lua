-- A yield goes to whoever resumed, not further.
local function level (n)
  return coroutine.wrap(function (...)
    print("level", n, "starts with", ...)
    if n > 1 then
      local below = level(n - 1)
      local x = below("from " .. n)
      print("level", n, "got", x)
      x = coroutine.yield("first of " .. n)
      print("level", n, "again", x, below(x))
    else
      local x = coroutine.yield("bottom")
      print("level", n, "again", x)
    end
    return "end of " .. n
  end)
end

local top = level(4)
print(top("main"))
print(top("second"))
