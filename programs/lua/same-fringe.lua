-- Do two trees of different shape have the same leaves in the same order? Two coroutines in step.
local function leaves (tree)
  if type(tree) ~= "table" then
    coroutine.yield(tree)
    return
  end
  for _, branch in ipairs(tree) do leaves(branch) end
end

local function same (a, b)
  local nextA = coroutine.wrap(function () leaves(a) end)
  local nextB = coroutine.wrap(function () leaves(b) end)
  while true do
    local x, y = nextA(), nextB()
    print("compare", x, y)
    if x ~= y then return false end
    if x == nil then return true end
  end
end

print(same({ 1, { 2, 3 }, 4 }, { { 1, 2 }, { { 3 }, 4 } }))
print(same({ 1, { 2, 3 } }, { 1, { 2, 5 } }))
print(same({ 1, 2 }, { 1, 2, 3 }))
