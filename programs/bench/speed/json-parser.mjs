import { run } from './timer.mjs';

class Parser {
  i = 0;

  constructor(s) {
    this.s = s;
  }

  value() {
    this.space();
    const c = this.s[this.i];
    if (c === '{') return this.object();
    if (c === '[') return this.list();
    if (c === '"') return this.string();
    return this.number();
  }

  space() {
    while (this.i < this.s.length && ' \n\t\r\v\f'.includes(this.s[this.i])) this.i++;
  }

  object() {
    const out = new Map();
    this.i++;
    while (true) {
      this.space();
      if (this.s[this.i] === '}') {
        this.i++;
        return out;
      }
      const key = this.string();
      this.space();
      this.i++;
      out.set(key, this.value());
      this.space();
      if (this.s[this.i] === ',') this.i++;
    }
  }

  list() {
    const out = [];
    this.i++;
    while (true) {
      this.space();
      if (this.s[this.i] === ']') {
        this.i++;
        return out;
      }
      out.push(this.value());
      this.space();
      if (this.s[this.i] === ',') this.i++;
    }
  }

  string() {
    const start = ++this.i;
    while (this.s[this.i] !== '"') this.i++;
    return this.s.slice(start, this.i++);
  }

  number() {
    let n = 0;
    while (this.i < this.s.length && this.s[this.i] >= '0' && this.s[this.i] <= '9') {
      n = n * 10 + this.s.charCodeAt(this.i) - 48;
      this.i++;
    }
    return n;
  }
}

run('json-parser', () => {
  const one = '{"name": "a b c", "list": [1, 22, 333, [4444, 5]], "inner": {"x": 10, "y": "z"}}';
  const v = new Parser(`[${Array(200).fill(one).join(', ')}]`).value();
  return `${v.length}${v[199].get('list')[3][0]}`;
});
