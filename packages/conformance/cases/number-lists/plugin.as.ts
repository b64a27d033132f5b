export namespace echo {
  export function u8_(values: StaticArray<u8>): StaticArray<u8> { return values; }
  export function s8(values: StaticArray<i8>): StaticArray<i8> { return values; }
  export function u16_(values: StaticArray<u16>): StaticArray<u16> { return values; }
  export function s16(values: StaticArray<i16>): StaticArray<i16> { return values; }
  export function u32_(values: StaticArray<u32>): StaticArray<u32> { return values; }
  export function s32(values: StaticArray<i32>): StaticArray<i32> { return values; }
  export function u64_(values: StaticArray<u64>): StaticArray<u64> { return values; }
  export function s64(values: StaticArray<i64>): StaticArray<i64> { return values; }
  export function f32_(values: StaticArray<f32>): StaticArray<f32> { return values; }
  export function f64_(values: StaticArray<f64>): StaticArray<f64> { return values; }
}

export namespace work {
  export function sum(values: StaticArray<f64>): f64 {
    let sum: f64 = 0;
    for (let i = 0; i < values.length; i++) sum += values[i];
    return sum;
  }
  export function count(length: u32): StaticArray<u16> {
    const values = new StaticArray<u16>(length);
    for (let i = 0; i < values.length; i++) values[i] = <u16>i;
    return values;
  }
}
