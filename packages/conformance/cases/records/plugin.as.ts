import { Tuple1, Tuple2 } from "@polyplug/sdk-assemblyscript";
import { Mixed, Single, Tree } from "./bindings/shapes";

export namespace shapes {
  export function echoMixed(value: Mixed): Mixed { return value; }
  export function echoTree(value: Tree): Tree { return value; }
  export function echoSingle(value: Single): Single { return value; }
  export function swap(value: Tuple2<string, u64>): Tuple2<u64, string> {
    return new Tuple2<u64, string>(value.f1, value.f0);
  }
  export function echoOne(value: Tuple1<f32>): Tuple1<f32> { return value; }
  export function weigh(value: Tree): f64 {
    let sum = value.trunk.left.weight;
    for (let i = 0; i < value.trunk.leaves.length; i++) sum += value.trunk.leaves[i].weight;
    return sum;
  }
}
