/**
 * A property that the object itself has, else undefined. What it inherits does not count: a field may be called
 * `constructor` or `__proto__`, and a value that lacks it must not be given another one.
 */
export function ownProperty(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}

/** Whether a value can have properties that mean anything here. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
