import type { SourceTable } from "../source-table.ts";
import { originalPlace } from "./original-place.ts";

/** Has the stack of an error tell places in the sources. Gives what it is given. */
export type Locate = (error: unknown) => unknown;

/** Knows where a plugin comes from, by a {@link SourceTable} as JSON, which is read when it is needed. */
export function locator(table: string): Locate {
  return (error) => {
    if (!(error instanceof Error) || typeof error.stack !== "string") return error;
    const sources = JSON.parse(table) as SourceTable;
    const frames = error.stack.split("\n").flatMap((frame) => located(frame, sources) ?? []);
    Object.defineProperty(error, "stack", { value: frames.join("\n"), configurable: true, writable: true });
    return error;
  };
}

/** `    at shout (/plugin.js:144:12)`; undefined for what is ours, between the plugin and the engine. */
function located(frame: string, { file, sources, mappings }: SourceTable): string | undefined {
  const [, before, name, line, column] = /^(.*?\()\/?([^()]*?):(\d+):(\d+)\)$/.exec(frame) ?? [];
  if (name !== file) return frame;
  const place = originalPlace(mappings, { line: Number(line) - 1, column: Number(column) - 1 });
  const source = place && sources[place.source];
  return source ? `${before}${source}:${place.line + 1}:${place.column + 1})` : undefined;
}
