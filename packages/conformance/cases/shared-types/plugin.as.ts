import { ShapeResource } from "./bindings/shapes";
import { start, walk } from "./bindings/source";
import { Point } from "./bindings/types";

export namespace shapes {
  export class Shape extends ShapeResource {
    constructor(readonly points: Point[]) {
      super();
    }

    corners(): Point[] {
      return this.points;
    }
  }

  export function center(of_: Shape): Point {
    let x = 0;
    let y = 0;
    for (let i = 0; i < of_.points.length; i++) {
      x += of_.points[i].x;
      y += of_.points[i].y;
    }
    return new Point(x / of_.points.length, y / of_.points.length);
  }
}

export namespace factory {
  export function square(at: Point, side: i32): shapes.Shape {
    const right = at.x + side;
    const top = at.y + side;
    return new shapes.Shape([at, new Point(right, at.y), new Point(right, top), new Point(at.x, top)]);
  }

  export function walked(steps: u32): shapes.Shape {
    return new shapes.Shape(walk(start(), steps));
  }

  export function count(of_: shapes.Shape): u32 {
    return of_.points.length;
  }
}
