/** What the classes that bindings make of a contract's variants have in common: which case it is, and what that carries. */
export abstract class Variant {
  constructor(
    /** Which case it is. */
    readonly tag: i32,
    private readonly bits: u64,
    private readonly object: Object | null,
  ) {}

  /** What the case with this tag carries. Aborts where it is another one. */
  protected payload<T>(tag: i32): T {
    if (this.tag != tag) throw new Error("this is another case of the variant");
    if (isReference<T>()) return changetype<T>(changetype<usize>(this.object));
    else if (isFloat<T>()) {
      if (sizeof<T>() == 8) return <T>reinterpret<f64>(this.bits);
      else return <T>reinterpret<f32>(<u32>this.bits);
    } else return <T>this.bits;
  }
}

/** A number as a {@link Variant} keeps it. */
export function bitsOf<T>(value: T): u64 {
  if (isFloat<T>()) {
    if (sizeof<T>() == 8) return reinterpret<u64>(<f64>value);
    else return <u64>reinterpret<u32>(<f32>value);
  } else return <u64>value;
}

/** A reference as a {@link Variant} keeps it. */
export function objectOf<T>(value: T): Object | null {
  return changetype<Object | null>(changetype<usize>(value));
}
