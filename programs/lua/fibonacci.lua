-- Two endless sequences, zipped and cut off.
local function fibonacci ()
  return coroutine.wrap(function ()
    local a, b = 0, 1
    while true do
      coroutine.yield(a)
      a, b = b, a + b
    end
  end)
end

local function take (n, from)
  return coroutine.wrap(function ()
    for i = 1, n do coroutine.yield(i, from()) end
  end)
end

local sum = 0
for i, x in take(90, fibonacci()) do
  sum = sum + x
  if i % 15 == 0 then print(i, x, sum) end
end
