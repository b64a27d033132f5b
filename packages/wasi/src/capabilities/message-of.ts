/** What a thrown value says of itself; nothing of it is called, for it may be anything. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  return typeof thrown === "string" ? thrown : `a value of type ${typeof thrown} was thrown`;
}
