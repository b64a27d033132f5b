/** A function that this plugin wants from its host. No host knows it, which is what this example is about. */
@external("logger", "line")
declare function line(level: i32, code: i64): void;

/** An `assert` that fails calls `env.abort` with where it stands: the second import that nobody provides. */
export function half(n: i32): i32 {
  assert(n % 2 == 0, "cannot halve an odd number");
  line(1, n);
  return n / 2;
}
