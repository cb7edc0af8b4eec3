-- Primes: each found prime puts one more filter into the chain.
local function numbers (to)
  return coroutine.wrap(function ()
    for i = 2, to do coroutine.yield(i) end
  end)
end

local function without (p, from)
  return coroutine.wrap(function ()
    for n in from do
      if n % p ~= 0 then coroutine.yield(n) end
    end
  end)
end

local chain = numbers(300)
local primes = {}
while true do
  local p = chain()
  if p == nil then break end
  primes[#primes + 1] = p
  chain = without(p, chain)
end
print(#primes)
print(table.concat(primes, " "))
