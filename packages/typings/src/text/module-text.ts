import { PluginError, printableLine } from "@polyplug/errors";
import type { Layout } from "../layout/layout.ts";
import { render } from "../layout/render.ts";
import { maxTextLength } from "../limits.ts";

/**
 * A module of TypeScript out of its sections, with a blank line between each two, below a line that says whose it is.
 * What is beyond the limit is not asked for.
 */
export function moduleText(title: string, sections: Iterable<Iterable<Layout>>): string {
  const texts = [`// ${printableLine(title)}. Written by polyplug: changes are lost when it is written anew.`];
  let length = 0;
  for (const section of sections) {
    const lines: string[] = [];
    for (const part of section) {
      const text = render(part);
      length += text.length;
      if (length > maxTextLength) throw tooLong();
      lines.push(text);
    }
    if (lines.length > 0) texts.push(lines.join("\n"));
  }
  return `${texts.join("\n\n")}\n`;
}

function tooLong(): PluginError {
  const reason = `they would have more than ${maxTextLength} characters`;
  return new PluginError({ code: "unsupported", action: "write types", reason });
}
