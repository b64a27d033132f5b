import { start, walk } from "test:shared-types/source@1.0.0";

class Shape {
  #corners;

  constructor(corners) {
    this.#corners = corners;
  }

  corners() {
    return this.#corners;
  }
}

export const shapes = {
  Shape,
  center(shape) {
    const corners = shape.corners();
    const middle = (axis) => Math.trunc(corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length);
    return { x: middle("x"), y: middle("y") };
  },
};

const square = ({ x, y }, side) => {
  const [right, top] = [x + side, y + side];
  return new Shape([
    { x, y },
    { x: right, y },
    { x: right, y: top },
    { x, y: top },
  ]);
};

export const factory = {
  square,
  walked: (steps) => new Shape(walk(start(), steps)),
  count: (shape) => shape.corners().length,
};
