-- A consumer that pulls through a filter from a producer.
local lines = { "one", "two", "three" }

local function producer ()
  return coroutine.create(function ()
    for _, line in ipairs(lines) do
      print("producer sends", line)
      coroutine.yield(line)
    end
  end)
end

local function receive (from)
  local _, value = coroutine.resume(from)
  return value
end

local function filter (from)
  return coroutine.create(function ()
    local n = 1
    while true do
      local x = receive(from)
      if not x then break end
      coroutine.yield(string.format("%d %s", n, x))
      n = n + 1
    end
  end)
end

local from = filter(producer())
while true do
  local x = receive(from)
  if not x then break end
  print("consumer gets", x)
end
print(coroutine.status(from))
