import { run } from './timer.mjs';

class Square {
  constructor(side) {
    this.side = side;
  }
  area() {
    return this.side * this.side;
  }
}

class Circle {
  constructor(radius) {
    this.radius = radius;
  }
  area() {
    return 3.0 * this.radius * this.radius;
  }
}

class Rectangle {
  constructor(a, b) {
    this.a = a;
    this.b = b;
  }
  area() {
    return this.a * this.b;
  }
}

run('interfaces', () => {
  const shapes = [];
  for (let i = 0; i < 300; i++) {
    shapes.push(i % 3 === 0 ? new Square(i) : i % 3 === 1 ? new Circle(i) : new Rectangle(i, 2.5));
  }
  let sum = 0;
  for (let k = 0; k < 300; k++) for (const shape of shapes) sum += shape.area();
  return sum.toFixed(1);
});
