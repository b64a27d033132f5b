import { char, Tuple2, Tuple3 } from "@polyplug/sdk-assemblyscript";

export namespace echo {
  export function bools(values: StaticArray<bool>): StaticArray<bool> { return values; }
  export function chars(values: StaticArray<char>): StaticArray<char> { return values; }
  export function strings(values: string[]): string[] { return values; }
  export function nested(values: string[][][]): string[][][] { return values; }
  export function bytes(values: StaticArray<u8>[]): StaticArray<u8>[] { return values; }
  export function pairs(values: Tuple3<u8, string, f64>[]): Tuple3<u8, string, f64>[] { return values; }
}

export namespace work {
  export function reverse(values: string[]): string[] {
    return values.reverse();
  }

  export function measure(values: string[]): Tuple2<u32, u32> {
    let bytes = 0;
    for (let i = 0; i < values.length; i++) bytes += String.UTF8.byteLength(values[i]);
    return new Tuple2<u32, u32>(values.length, bytes);
  }
}
