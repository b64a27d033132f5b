import { Result, Unit } from "@polyplug/sdk-assemblyscript";
import * as host from "./bindings/host";
import { Point, Shape } from "./bindings/types";

export namespace guest {
  export function nothing(): void { host.nothing(); }
  export function number(value: i64): i64 { return host.number(value); }
  export function text(value: string): string { return host.text(value); }
  export function move(value: Point, by: i32): Point { return host.move(value, by); }
  export function draw(value: Shape): Shape { return host.draw(value); }
  export function bytes(values: StaticArray<u8>): StaticArray<u8> { return host.bytes(values); }
  export function parse(text: string): Result<u32, string> { return host.parse(text); }
  export function maybe(value: string | null): string | null { return host.maybe(value); }
  export function check(value: u32): Result<Unit, Shape> { return host.check(value); }
}
