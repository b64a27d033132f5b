/** A copy of the own properties alone, each read once: what somebody left on Object.prototype grants nothing. */
export function ownProperties<Value extends object>(value: Value): Value {
  return Object.assign(Object.create(null), value);
}
