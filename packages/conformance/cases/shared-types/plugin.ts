import type { Point, Shape, SharedTypesExports } from "test:shared-types/shared-types@1.0.0";
import { start, walk } from "test:shared-types/source@1.0.0";

class ShapeOf implements Shape {
  #corners: Point[];

  constructor(corners: Point[]) {
    this.#corners = corners;
  }

  corners(): Point[] {
    return this.#corners;
  }
}

export const shapes: SharedTypesExports["shapes"] = {
  Shape: ShapeOf,
  center(shape) {
    const corners = shape.corners();
    const middle = (axis: "x" | "y") =>
      Math.trunc(corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length);
    return { x: middle("x"), y: middle("y") };
  },
};

export const factory: SharedTypesExports["factory"] = {
  square({ x, y }, side) {
    const [right, top] = [x + side, y + side];
    return new ShapeOf([
      { x, y },
      { x: right, y },
      { x: right, y: top },
      { x, y: top },
    ]);
  },
  walked: (steps) => new ShapeOf(walk(start(), steps)),
  count: (shape) => shape.corners().length,
};
