/** An export of a bare module: i32, f32 and f64 are numbers, i64 is a bigint, several results are an array. */
export type BareFunction = (...args: (number | bigint)[]) => number | bigint | undefined | (number | bigint)[];

/** The functions of a bare module by name, as far as nothing more is known of them. */
export type BareExports = Readonly<Record<string, BareFunction>>;
