-- A lexer and a parser as two coroutines: the parser asks for the next token when it wants one.
local function lexer (text)
  return coroutine.wrap(function ()
    local at = 1
    while at <= #text do
      local number = text:match("^%d+", at)
      if number then
        coroutine.yield("number", tonumber(number))
        at = at + #number
      else
        local c = text:sub(at, at)
        if c ~= " " then coroutine.yield("sign", c) end
        at = at + 1
      end
    end
    return "end", ""
  end)
end

local function evaluate (text)
  local next = lexer(text)
  local kind, value = next()
  local expression

  local function factor ()
    local v = value
    if v == "(" then
      kind, value = next()
      v = expression()
    end
    kind, value = next()
    return v
  end

  local function term ()
    local v = factor()
    while value == "*" do
      kind, value = next()
      v = v * factor()
    end
    return v
  end

  expression = function ()
    local v = term()
    while value == "+" or value == "-" do
      local sign = value
      kind, value = next()
      local right = term()
      if sign == "+" then v = v + right else v = v - right end
    end
    return v
  end

  local result = expression()
  print(text, "=", result, kind)
end

evaluate("1 + 2 * 3")
evaluate("(1 + 2) * 3 - 4")
evaluate("2 * (3 + (4 - 1) * 5) * 10")
