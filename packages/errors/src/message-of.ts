/**
 * What a thrown value says of itself, whatever it is: host code may throw anything, a revoked proxy as well as an error
 * whose message throws, and telling of it must not fail in its turn.
 */
export function messageOf(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return String(thrown.message);
    if (typeof thrown !== "object" && typeof thrown !== "function") return String(thrown);
    return thrown === null ? "null" : `a value of type ${typeof thrown} was thrown`;
  } catch {
    return "a value was thrown that cannot be looked at";
  }
}
