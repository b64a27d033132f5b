import { Tuple2 } from "@polyplug/sdk-assemblyscript";
import { BoxResource } from "./bindings/boxes";

let gone: u32 = 0;

export namespace boxes {
  export class Box extends BoxResource {
    constructor(private readonly inside: u32) {
      super();
    }

    content(): u32 {
      return this.inside;
    }

    destructor(): void {
      gone++;
    }
  }

  export function merge(a: Box, b: Box): Box {
    const both = new Box(a.content() + b.content());
    a.drop();
    b.drop();
    return both;
  }

  export function pass(of_: Box): Box {
    return of_;
  }

  export function maybe(of_: Box | null): Box | null {
    return of_;
  }

  export function pair(of_: Tuple2<Box, Box>): Tuple2<Box, Box> {
    return new Tuple2<Box, Box>(of_.f1, of_.f0);
  }

  export function destroyed(): u32 {
    return gone;
  }
}
