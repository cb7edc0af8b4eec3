-- Two coroutines that hand a ball to each other through a third party.
local function player (name)
  return coroutine.create(function (ball)
    while ball > 0 do
      print(name, ball)
      ball = coroutine.yield(ball - 1)
    end
    return "the ball is down at " .. name
  end)
end

local players = { player("ping"), player("pong") }
local ball, turn = 7, 1
while true do
  local ok, answer = coroutine.resume(players[turn], ball)
  if coroutine.status(players[turn]) == "dead" then
    print(ok, answer)
    break
  end
  ball = answer
  turn = 3 - turn
end
print(coroutine.status(players[1]), coroutine.status(players[2]))
