import { run } from './timer.mjs';

class Node {
  left = null;
  right = null;
}

function build(depth) {
  const node = new Node();
  if (depth > 0) {
    node.left = build(depth - 1);
    node.right = build(depth - 1);
  }
  return node;
}

const check = (node) => (node.left === null ? 1 : 1 + check(node.left) + check(node.right));

run('binary-trees', () => {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += check(build(10));
  return sum;
});
