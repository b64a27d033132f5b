/** Text that says where it may be broken into lines, and does not yet say where it is. */
export type Layout =
  | string
  /** One after the other. */
  | readonly Layout[]
  /** On one line if it fits there, else broken at each of its own lines. */
  | { readonly kind: "group"; readonly content: Layout }
  | { readonly kind: "indent"; readonly content: Layout }
  /** The end of a line in a broken group, in one that is not what `flat` says. */
  | { readonly kind: "line"; readonly flat: "" | " " }
  /** The end of a line in any case, which breaks all groups around it. */
  | { readonly kind: "hard line" }
  /** Text that is only there in a broken group. */
  | { readonly kind: "if broken"; readonly text: string };

export const softLine: Layout = { kind: "line", flat: "" };
export const line: Layout = { kind: "line", flat: " " };
export const hardLine: Layout = { kind: "hard line" };

export function group(content: Layout): Layout {
  return { kind: "group", content };
}

export function indent(content: Layout): Layout {
  return { kind: "indent", content };
}

export function ifBroken(text: string): Layout {
  return { kind: "if broken", text };
}

export function join(separator: Layout, parts: readonly Layout[]): Layout {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** Parts between brackets: on one line, else each on one of its own with a comma behind it. */
export function listed(open: string, parts: readonly Layout[], close: string): Layout {
  if (parts.length === 0) return open + close;
  return group([open, indent([softLine, join([",", line], parts)]), ifBroken(","), softLine, close]);
}

/** Parts between braces, each on a line of its own. */
export function block(parts: readonly Layout[]): Layout {
  return parts.length === 0 ? "{}" : ["{", indent(parts.map((part) => [hardLine, part])), hardLine, "}"];
}
