-- A binary tree walked in order.
local function insert (tree, key)
  if not tree then return { key = key } end
  if key < tree.key then tree.left = insert(tree.left, key)
  else tree.right = insert(tree.right, key) end
  return tree
end

local function walk (tree, depth)
  if not tree then return end
  walk(tree.left, depth + 1)
  coroutine.yield(tree.key, depth)
  walk(tree.right, depth + 1)
end

local tree
for _, key in ipairs({ 5, 2, 8, 1, 9, 3, 7, 4, 6 }) do tree = insert(tree, key) end
for key, depth in coroutine.wrap(function () walk(tree, 0) end) do
  print(key, depth)
end
