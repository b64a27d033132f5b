/**
 * A property of an object, be it its own or a getter of its class. What every object inherits does not count: a field
 * may be called `constructor` or `__proto__`, and a value that lacks it must not be given another one.
 */
export function property(object: object, key: string): unknown {
  return isOfEveryObject(key) && !Object.hasOwn(object, key) ? undefined : Reflect.get(object, key);
}

export function isOfEveryObject(key: string): boolean {
  return key in Object.prototype;
}

/** Whether a value can have properties that mean anything here. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
