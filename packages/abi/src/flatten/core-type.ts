/** The types that a core function of the canonical ABI takes and gives. */
export type CoreType = "i32" | "i64" | "f32" | "f64";

export interface CoreFunctionType {
  readonly params: readonly CoreType[];
  readonly results: readonly CoreType[];
}
