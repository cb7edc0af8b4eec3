-- Every order of four letters, made by a recursive function that yields from its depth.
local function generate (a, n)
  if n <= 1 then
    coroutine.yield(a)
    return
  end
  for i = 1, n do
    a[n], a[i] = a[i], a[n]
    generate(a, n - 1)
    a[n], a[i] = a[i], a[n]
  end
end

local function permutations (a)
  return coroutine.wrap(function () generate(a, #a) end)
end

local count = 0
for p in permutations({ "a", "b", "c", "d" }) do
  count = count + 1
  print(table.concat(p, " "))
end
print(count)
