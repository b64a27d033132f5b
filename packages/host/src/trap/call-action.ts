import { printableName } from "@polyplug/errors";

/** A call of an export as errors tell of it: `call adder`. */
export function callAction(name: string): string {
  return `call ${printableName(name)}`;
}
