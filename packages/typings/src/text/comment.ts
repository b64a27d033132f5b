import { hardLine, type Layout } from "../layout/layout.ts";

/** What a terminal or an editor would not show as it is: controls but for the end of a line, and changes of direction. */
const unseen = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A documentation comment with what follows it on the next line; only that where there is nothing to say. */
export function documented(text: string | undefined, content: Layout): Layout {
  const lines = linesOf(text ?? "");
  if (lines.length === 0) return content;
  if (lines.length === 1) return [`/** ${lines[0]} */`, hardLine, content];
  return ["/**", lines.map((line) => [hardLine, ` * ${line}`.trimEnd()]), hardLine, " */", hardLine, content];
}

/** Several texts as the paragraphs of one. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== "").join("\n\n");
}

function linesOf(text: string): readonly string[] {
  const safe = text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "  ")
    .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .replaceAll("*/", "*\\/")
    .replace(/^\s*\n|\s+$/g, "");
  return safe.trim() === "" ? [] : safe.split("\n");
}
