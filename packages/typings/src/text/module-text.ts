import { PluginError, printableLine } from "@polyplug/errors";
import type { Layout } from "../layout/layout.ts";
import { render } from "../layout/render.ts";
import { maxTextLength } from "../limits.ts";

/** A module of TypeScript out of its parts, with a blank line between each two, below a line that says whose it is. Parts beyond its limit are not asked for. */
export function moduleText(title: string, parts: Iterable<Layout>): string {
  const texts = [`// ${printableLine(title)}. Written by polyplug: changes are lost when it is written anew.`];
  let length = 0;
  for (const part of parts) {
    const text = render(part);
    length += text.length;
    if (length > maxTextLength) throw tooLong();
    texts.push(text);
  }
  return `${texts.join("\n\n")}\n`;
}

function tooLong(): PluginError {
  const reason = `they would have more than ${maxTextLength} characters`;
  return new PluginError({ code: "unsupported", action: "write types", reason });
}
