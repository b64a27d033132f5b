/**
 * A member of what a host offers: its own, or one of its class. What every object has, `toString` for one, is nothing
 * that somebody offered.
 */
export function offeredMember(holder: unknown, key: string): unknown {
  if ((typeof holder !== "object" && typeof holder !== "function") || holder === null) return undefined;
  for (
    let owner: object | null = holder;
    owner !== null && !isEverybodys(owner);
    owner = Object.getPrototypeOf(owner)
  ) {
    if (Object.hasOwn(owner, key)) return (holder as Readonly<Record<string, unknown>>)[key];
  }
  return undefined;
}

/**
 * Whether this is `Object.prototype` or `Function.prototype`, of whatever realm. What somebody offers may well be called
 * `apply` too, but is not at the end of every chain of prototypes.
 */
function isEverybodys(owner: object): boolean {
  const above: object | null = Object.getPrototypeOf(owner);
  if (above === null) return Object.hasOwn(owner, "isPrototypeOf") && Object.hasOwn(owner, "__defineGetter__");
  return typeof owner === "function" && Object.hasOwn(owner, "apply") && isEverybodys(above);
}
