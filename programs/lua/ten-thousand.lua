-- Ten thousand coroutines alive at once, resumed in turn.
local all = {}
for i = 1, 10000 do
  all[i] = coroutine.create(function (x)
    local sum = x
    while true do sum = sum + coroutine.yield(sum) end
  end)
end

local total = 0
for round = 1, 3 do
  for i = 1, #all do
    local _, sum = coroutine.resume(all[i], i * round)
    total = total + sum
  end
  print(round, total)
end

local alive = 0
for i = 1, #all do
  if i % 2 == 0 then coroutine.close(all[i]) end
  if coroutine.status(all[i]) == "suspended" then alive = alive + 1 end
end
print(alive)
