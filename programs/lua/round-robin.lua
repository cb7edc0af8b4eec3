-- A scheduler: every task that is not done gets its turn.
local tasks = {}

local function spawn (name, steps)
  tasks[#tasks + 1] = coroutine.create(function ()
    for i = 1, steps do
      print(name, i .. "/" .. steps)
      coroutine.yield()
    end
    print(name, "done")
  end)
end

spawn("a", 3)
spawn("b", 1)
spawn("c", 2)

local round = 0
while #tasks > 0 do
  round = round + 1
  print("round", round, #tasks .. " tasks")
  for i = #tasks, 1, -1 do
    coroutine.resume(tasks[i])
    if coroutine.status(tasks[i]) == "dead" then table.remove(tasks, i) end
  end
end
