import type { WitStability } from "../resolved-wit.ts";

/** What WIT says of an item, as a comment above it. */
export function docComment(
  item: { readonly docs?: { readonly contents: string } | undefined; readonly stability?: WitStability },
  indent = "",
): string[] {
  const deprecated = item.stability?.stable.deprecated;
  const lines = (item.docs?.contents ?? "").replaceAll("*/", "* /").trim().split("\n");
  if (deprecated !== undefined) lines.push(`@deprecated since ${deprecated}`);
  const told = lines.filter((line, at) => line !== "" || (at > 0 && at < lines.length - 1));
  if (told.length === 0) return [];
  if (told.length === 1) return [`${indent}/** ${told[0]} */`];
  return [`${indent}/**`, ...told.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}
