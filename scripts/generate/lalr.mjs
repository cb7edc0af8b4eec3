/**
 * Builds bison's LALR(1) automaton: LR(0) states, lookaheads (DeRemer and Pennello's relations), conflicts resolved by
 * precedence, default reductions as bison's tables.c chooses them.
 */

/** Sets of small integers as arrays of 32-bit words. */
const makeSet = (size) => new Uint32Array((size + 31) >> 5);
const addTo = (set, n) => {
  set[n >> 5] |= 1 << (n & 31);
};
const has = (set, n) => (set[n >> 5] & (1 << (n & 31))) !== 0;
const union = (into, from) => {
  for (let i = 0; i < into.length; i++) into[i] |= from[i];
};

/**
 * @param rules [{ left, right, prec }]; the first rule's left side is the start symbol
 * @param terminals names in bison's symbol order; the first is the end of the input
 * @param precedence [[associativity, ...symbols]], loosest first
 * @returns { states: [{ actions: Map<terminal number, { shift } | { reduce } | { error }>, defaultRule, gotos }], rules }
 */
export function buildAutomaton(rules, terminals, precedence) {
  const grammar = prepare(rules, terminals, precedence);
  const states = buildStates(grammar);
  computeLookaheads(grammar, states);
  return {
    states: states.map((state) => resolve(grammar, state)),
    rules: grammar.rules,
    nonterminals: grammar.nonterminals,
  };
}

function prepare(rules, terminals, precedence) {
  const terminalNumber = new Map(terminals.map((name, i) => [name, i]));
  const nonterminals = [...new Set(rules.map((rule) => rule.left))];
  const count = terminals.length;
  const numberOf = new Map([...terminalNumber, ...nonterminals.map((name, i) => [name, count + i])]);
  const levels = new Map();
  precedence.forEach(([associativity, ...symbols], level) => {
    for (const symbol of symbols) levels.set(symbol, { level: level + 1, associativity });
  });
  const accept = count + nonterminals.length;
  const encode = (symbol) => {
    const number = numberOf.get(symbol);
    if (number === undefined) throw new Error(`unknown grammar symbol ${symbol}`);
    return number;
  };
  // Rule 0: $accept -> start $end
  const all = [{ left: accept, right: [encode(rules[0].left), 0], prec: null }];
  for (const rule of rules) {
    const lastTerminal = rule.right.findLast((symbol) => terminalNumber.has(symbol));
    const precSymbol = rule.prec ?? lastTerminal;
    all.push({ left: encode(rule.left), right: rule.right.map(encode), prec: levels.get(precSymbol) ?? null });
  }
  const byLeft = new Map();
  all.forEach((rule, i) => {
    if (!byLeft.has(rule.left)) byLeft.set(rule.left, []);
    byLeft.get(rule.left).push(i);
  });
  const nullable = new Set();
  for (let changed = true; changed; ) {
    changed = false;
    for (const rule of all) {
      if (!nullable.has(rule.left) && rule.right.every((symbol) => nullable.has(symbol))) {
        nullable.add(rule.left);
        changed = true;
      }
    }
  }
  const terminalLevels = terminals.map((name) => levels.get(name) ?? null);
  return { rules: all, byLeft, nullable, terminalCount: count, terminalLevels, nonterminals };
}

function closure(grammar, kernel) {
  const seen = new Set(kernel.map(([rule, dot]) => rule * 64 + dot));
  const items = [...kernel];
  for (let i = 0; i < items.length; i++) {
    const [rule, dot] = items[i];
    const symbol = grammar.rules[rule].right[dot];
    if (symbol === undefined || symbol < grammar.terminalCount) continue;
    for (const next of grammar.byLeft.get(symbol)) {
      if (!seen.has(next * 64)) {
        seen.add(next * 64);
        items.push([next, 0]);
      }
    }
  }
  return items;
}

function buildStates(grammar) {
  const states = [];
  const known = new Map();
  const intern = (kernel) => {
    kernel.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const key = kernel.join(';');
    if (!known.has(key)) {
      known.set(key, states.length);
      states.push({ number: states.length, kernel, gotos: new Map(), lookaheads: new Map(), reductions: [] });
    }
    return known.get(key);
  };
  intern([[0, 0]]);
  for (let i = 0; i < states.length; i++) {
    const state = states[i];
    const moves = new Map();
    for (const [rule, dot] of closure(grammar, state.kernel)) {
      const symbol = grammar.rules[rule].right[dot];
      if (symbol === undefined) {
        state.reductions.push(rule);
        continue;
      }
      if (!moves.has(symbol)) moves.set(symbol, []);
      moves.get(symbol).push([rule, dot + 1]);
    }
    state.reductions.sort((a, b) => a - b);
    for (const [symbol, kernel] of [...moves].sort((a, b) => a[0] - b[0])) {
      state.gotos.set(symbol, intern(kernel));
    }
  }
  return states;
}

function computeLookaheads(grammar, states) {
  const { terminalCount, rules, nullable } = grammar;
  const transitions = [];
  const indexOf = new Map();
  for (const state of states) {
    for (const [symbol] of state.gotos) {
      if (symbol >= terminalCount) {
        indexOf.set(state.number * 4096 + symbol, transitions.length);
        transitions.push({ from: state.number, symbol });
      }
    }
  }
  const reads = transitions.map(() => []);
  const follow = transitions.map(() => makeSet(terminalCount));
  transitions.forEach(({ from, symbol }, i) => {
    const target = states[states[from].gotos.get(symbol)];
    for (const [next] of target.gotos) {
      if (next < terminalCount) addTo(follow[i], next);
      else if (nullable.has(next)) reads[i].push(indexOf.get(target.number * 4096 + next));
    }
  });
  propagate(follow, reads);
  const includes = transitions.map(() => []);
  const lookbacks = [];
  transitions.forEach(({ from, symbol }, i) => {
    for (const rule of grammar.byLeft.get(symbol)) {
      const { right } = rules[rule];
      let state = from;
      for (let dot = 0; dot < right.length; dot++) {
        if (right[dot] >= terminalCount && right.slice(dot + 1).every((s) => nullable.has(s))) {
          includes[indexOf.get(state * 4096 + right[dot])].push(i);
        }
        state = states[state].gotos.get(right[dot]);
      }
      lookbacks.push([state, rule, i]);
    }
  });
  propagate(follow, includes);
  for (const [state, rule, transition] of lookbacks) {
    const { lookaheads } = states[state];
    if (!lookaheads.has(rule)) lookaheads.set(rule, makeSet(terminalCount));
    union(lookaheads.get(rule), follow[transition]);
  }
}

/** F(x) := F(x) + all F(y) with x R y, until nothing changes. */
function propagate(sets, relation) {
  for (let changed = true; changed; ) {
    changed = false;
    relation.forEach((others, i) => {
      for (const other of others) {
        const from = sets[other];
        const into = sets[i];
        for (let w = 0; w < into.length; w++) {
          if ((from[w] & ~into[w]) !== 0) {
            into[w] |= from[w];
            changed = true;
          }
        }
      }
    });
  }
}

/** The row of one state (bison: conflicts.c set_conflicts, tables.c action_row). */
function resolve(grammar, state) {
  const { terminalCount, rules } = grammar;
  const actions = new Map();
  const gotos = new Map();
  let shiftsTokens = false;
  for (const [symbol, target] of state.gotos) {
    if (symbol < terminalCount) {
      actions.set(symbol, { shift: target });
      shiftsTokens = true;
    } else {
      gotos.set(symbol - terminalCount, target);
    }
  }
  const { reductions } = state;
  if (reductions.length === 1 && !shiftsTokens) {
    return { actions, gotos, defaultRule: reductions[0] };
  }
  const counts = new Map();
  for (const rule of reductions) {
    const lookahead = state.lookaheads.get(rule) ?? makeSet(terminalCount);
    for (let token = 0; token < terminalCount; token++) {
      if (!has(lookahead, token)) continue;
      const action = decide(
        actions.get(token),
        rule,
        rules[rule].prec,
        grammar.terminalLevels[token],
        state.number,
        token,
      );
      if (action !== null) actions.set(token, action);
    }
  }
  for (const action of actions.values()) {
    if (action.reduce !== undefined) counts.set(action.reduce, (counts.get(action.reduce) ?? 0) + 1);
  }
  let defaultRule = null;
  let best = 0;
  for (const rule of reductions) {
    if ((counts.get(rule) ?? 0) > best) {
      best = counts.get(rule);
      defaultRule = rule;
    }
  }
  for (const [token, action] of [...actions]) {
    if ((action.reduce !== undefined && action.reduce === defaultRule) || (action.error && defaultRule === null)) {
      actions.delete(token);
    }
  }
  return { actions, gotos, defaultRule };
}

/** What to do on a token that both `present` and a reduction claim; null keeps what is there. */
function decide(present, rule, rulePrec, tokenPrec, state, token) {
  if (present === undefined) return { reduce: rule };
  if (present.error) return null;
  if (present.reduce !== undefined) {
    throw new Error(`reduce/reduce conflict in state ${state} on token ${token}: rules ${present.reduce}, ${rule}`);
  }
  if (rulePrec === null || tokenPrec === null) {
    throw new Error(`shift/reduce conflict in state ${state} on token ${token}, rule ${rule}`);
  }
  if (rulePrec.level !== tokenPrec.level) return rulePrec.level > tokenPrec.level ? { reduce: rule } : null;
  if (tokenPrec.associativity === 'left') return { reduce: rule };
  if (tokenPrec.associativity === 'right') return null;
  if (tokenPrec.associativity === 'nonassoc') return { error: true };
  throw new Error(`unresolved conflict in state ${state} on token ${token}`);
}
