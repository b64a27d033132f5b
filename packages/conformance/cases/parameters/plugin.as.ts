import { char, Option, Tuple2, Tuple3, Tuple18 } from "@polyplug/sdk-assemblyscript";
import { seventeen } from "./bindings/host";

/** Each counts by its place, so that two that are exchanged show. */
function weigh(values: u32[]): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < values.length; i++) sum += <f64>values[i] * <f64>(i + 1);
  return sum;
}

/** With two digits, as all that are passed have. */
function fixed(value: f64): string {
  const hundredths = <i64>Math.round(value * 100);
  return `${hundredths / 100}.${(hundredths % 100).toString().padStart(2, "0")}`;
}

export namespace many {
  export function sixteen(a: u32, b: u32, c: u32, d: u32, e: u32, f: u32, g: u32, h: u32, i: u32, j: u32, k: u32, l: u32, m: u32, n: u32, o: u32, p: u32): f64 {
    return weigh([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]);
  }
  export function seventeen(a: u32, b: u32, c: u32, d: u32, e: u32, f: u32, g: u32, h: u32, i: u32, j: u32, k: u32, l: u32, m: u32, n: u32, o: u32, p: u32, q: u32): f64 {
    return weigh([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q]);
  }
  export function strings(a: string, b: string, c: string, d: string, e: string, f: string, g: string, h: string, i: string): string {
    return [a, b, c, d, e, f, g, h, i].join("");
  }
  export function mixed(a: u8, b: f64, c: bool, d: string, e: u16, f: i64, g: char, h: f32, i: u8, j: Option<u64>, k: i8, l: string, m: u64): string {
    const maybe = j.isSome ? j.value.toString() : "none";
    return `${a} ${fixed(b)} ${<i32>c} ${d} ${e} ${f} ${g} ${fixed(h)} ${i} ${maybe} ${k} ${l} ${m}`;
  }
}

export namespace results {
  export function numbers(s: u8): Tuple18<u8, u16, u32, u64, i8, i16, i32, i64, f32, f64, u8, u16, u32, u64, i8, i16, i32, i64> {
    return new Tuple18<u8, u16, u32, u64, i8, i16, i32, i64, f32, f64, u8, u16, u32, u64, i8, i16, i32, i64>(
      s, s + 1, s + 2, s + 3, s + 4, s + 5, s + 6, s + 7, <f32>(s + 8), s + 9,
      s + 10, s + 11, s + 12, s + 13, s + 14, s + 15, s + 16, s + 17,
    );
  }
  export function words(): Tuple3<string, string, string> {
    return new Tuple3<string, string, string>("one", "", "three");
  }
}

export function ask(): Tuple2<u32, string> {
  return seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
}
