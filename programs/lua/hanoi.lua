-- The towers of Hanoi: a recursion that hands out its moves one at a time.
local function hanoi (n, from, to, via)
  if n == 0 then return end
  hanoi(n - 1, from, via, to)
  coroutine.yield(n, from, to)
  hanoi(n - 1, via, to, from)
end

local count = 0
for disk, from, to in coroutine.wrap(function () hanoi(5, "A", "C", "B") end) do
  count = count + 1
  print(count, "disk " .. disk, from .. " -> " .. to)
end
