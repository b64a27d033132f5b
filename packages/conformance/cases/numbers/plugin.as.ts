import { char, Tuple2, Tuple3, Tuple8 } from "@polyplug/sdk-assemblyscript";

export namespace echo {
  export function bool_(value: bool): bool { return value; }
  export function u8_(value: u8): u8 { return value; }
  export function s8(value: i8): i8 { return value; }
  export function u16_(value: u16): u16 { return value; }
  export function s16(value: i16): i16 { return value; }
  export function u32_(value: u32): u32 { return value; }
  export function s32(value: i32): i32 { return value; }
  export function u64_(value: u64): u64 { return value; }
  export function s64(value: i64): i64 { return value; }
  export function f32_(value: f32): f32 { return value; }
  export function f64_(value: f64): f64 { return value; }
  export function char_(value: char): char { return value; }
}

export namespace limits {
  export function integers(): Tuple8<u8, i8, u16, i16, u32, i32, u64, i64> {
    return new Tuple8<u8, i8, u16, i16, u32, i32, u64, i64>(
      u8.MAX_VALUE, i8.MIN_VALUE, u16.MAX_VALUE, i16.MIN_VALUE, u32.MAX_VALUE, i32.MIN_VALUE, u64.MAX_VALUE, i64.MIN_VALUE,
    );
  }
  export function floats(): Tuple3<f32, f64, f64> {
    return new Tuple3<f32, f64, f64>(f32.MAX_VALUE, -Infinity, NaN);
  }
  export function largestChar(): char { return 0x10ffff; }
  export function isNan(single: f32, double: f64): Tuple2<bool, bool> {
    return new Tuple2<bool, bool>(isNaN(single), isNaN(double));
  }
  export function isNegative(single: f32, double: f64): Tuple2<bool, bool> {
    return new Tuple2<bool, bool>(Math.signbit(single), Math.signbit(double));
  }
}
