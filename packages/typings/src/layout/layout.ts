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

/** What is between brackets: on one line within `padding`, else indented on lines of its own. */
export function enclosed(open: string, content: Layout, close: string, padding: "" | " " = ""): Layout {
  const edge: Layout = { kind: "line", flat: padding };
  return group([open, indent([edge, content]), edge, close]);
}

/** Parts between brackets, each with a comma behind it where they are on lines of their own. */
export function listed(open: string, parts: readonly Layout[], close: string, padding: "" | " " = ""): Layout {
  if (parts.length === 0) return open + close;
  return enclosed(open, [join([",", line], parts), ifBroken(",")], close, padding);
}

/** Parts between braces, each on a line of its own. */
export function block(parts: readonly Layout[]): Layout {
  return parts.length === 0 ? "{}" : ["{", indent(parts.map((part) => [hardLine, part])), hardLine, "}"];
}
