import { become, scratch, take } from "./memory";

/** A list of numbers that the host wrote, where it lies. */
export function takeNumbers<T>(pointer: i32, length: i32): StaticArray<T> {
  return length == 0 ? new StaticArray<T>(0) : become<StaticArray<T>>(pointer, length << (<i32>alignof<T>()));
}

/** The address of a list of numbers, for the host to read. */
// @ts-expect-error: decorator
export function numbersPointer<T>(values: StaticArray<T>): i32 {
  return <i32>changetype<usize>(values);
}

/** A list of enums or flags, which are smaller where the host wrote them: each is an `N`. */
export function takeLabels<N>(pointer: i32, length: i32): StaticArray<i32> {
  const values = new StaticArray<i32>(length);
  for (let i = 0; i < length; i++) unchecked((values[i] = <i32>load<N>(<usize>pointer + ((<usize>i) << alignof<N>()))));
  take(pointer, length);
  return values;
}

/** The same for the host to read. */
export function labelsPointer<N>(values: StaticArray<i32>): i32 {
  const pointer = scratch((<usize>values.length) << alignof<N>());
  for (let i = 0; i < values.length; i++) store<N>(pointer + ((<usize>i) << alignof<N>()), <N>unchecked(values[i]));
  return <i32>pointer;
}
