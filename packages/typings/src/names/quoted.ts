import { printable } from "@polyplug/errors";

/**
 * A string literal of TypeScript, in the quotes that it takes fewer escapes with. What could not be seen in it is escaped,
 * which leaves its value as it is.
 */
export function quoted(text: string): string {
  const literal = printable(JSON.stringify(text));
  if (text.split('"').length <= text.split("'").length) return literal;
  return `'${literal.slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"')}'`;
}
