import type { Layout } from "./layout.ts";

/** How many characters a line may have. */
export const lineWidth = 120;
const step = "  ";

/** What is still to be written, with how. */
interface Task {
  readonly layout: Layout;
  readonly indent: string;
  readonly isBroken: boolean;
}

/**
 * Writes a layout with lines of at most 120 characters where that is possible. It breaks as the formatter Biome does.
 *
 * See {@link https://homepages.inf.ed.ac.uk/wadler/papers/prettier/prettier.pdf | A prettier printer}.
 */
export function render(layout: Layout): string {
  const lines: string[] = [];
  let text = "";
  const tasks: Task[] = [{ layout, indent: "", isBroken: true }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { layout: next, indent, isBroken } = task;
    if (typeof next === "string") {
      text += next;
    } else if (isSequence(next)) {
      pushReversed(tasks, next, indent, isBroken);
    } else if (next.kind === "group") {
      const content = { layout: next.content, indent, isBroken: false };
      tasks.push(fits(content, tasks, lineWidth - text.length) ? content : { ...content, isBroken: true });
    } else if (next.kind === "indent") {
      tasks.push({ layout: next.content, indent: indent + step, isBroken });
    } else if (next.kind === "if broken") {
      if (isBroken) tasks.push({ layout: next.text, indent, isBroken });
    } else if (next.kind === "line" && !isBroken) {
      tasks.push({ layout: next.flat, indent, isBroken });
    } else {
      lines.push(text.trimEnd());
      text = indent;
    }
  }
  return [...lines, text].join("\n");
}

/** A layout on one line, however long. What can only be broken is none. */
export function renderFlat(layout: Layout): string {
  if (typeof layout === "string") return layout;
  if (isSequence(layout)) return layout.map(renderFlat).join("");
  if (layout.kind === "group" || layout.kind === "indent") return renderFlat(layout.content);
  return layout.kind === "line" ? layout.flat : "";
}

/** Whether everything up to the next end of a line fits, without a break in what is asked about or in a later group. */
function fits(asked: Task, following: readonly Task[], available: number): boolean {
  let left = available;
  let rest = following.length;
  const tasks: Task[] = [asked];
  while (left >= 0) {
    const task = tasks.pop() ?? following[--rest];
    if (task === undefined) return true;
    const { layout, isBroken, indent } = task;
    if (typeof layout === "string") left -= layout.length;
    else if (isSequence(layout)) pushReversed(tasks, layout, indent, isBroken);
    else if (layout.kind === "group") tasks.push({ layout: layout.content, indent, isBroken: false });
    else if (layout.kind === "indent") tasks.push({ layout: layout.content, indent, isBroken });
    else if (layout.kind === "if broken") left -= isBroken ? layout.text.length : 0;
    else if (layout.kind === "hard line") return rest < following.length;
    else if (isBroken) return true;
    else left -= layout.flat.length;
  }
  return false;
}

function pushReversed(tasks: Task[], layouts: readonly Layout[], indent: string, isBroken: boolean): void {
  for (let index = layouts.length - 1; index >= 0; index--) {
    const layout = layouts[index];
    if (layout !== undefined) tasks.push({ layout, indent, isBroken });
  }
}

function isSequence(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}
