/** Whether an export is the class of a resource, and no function: what it makes can be disposed. */
export function isResourceClass(value: unknown): boolean {
  if (typeof value !== "function") return false;
  const prototype: unknown = value.prototype;
  return typeof prototype === "object" && prototype !== null && Symbol.dispose in prototype;
}
