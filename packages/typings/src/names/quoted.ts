import { printable } from "@polyplug/errors";

/** A string literal of TypeScript. What could not be seen in it is escaped, which leaves its value as it is. */
export function quoted(text: string): string {
  return printable(JSON.stringify(text));
}
