import { escapeJson } from "./escape-text.ts";

/** A document as `--json` prints it. */
export function showJson(document: object): string {
  return `${escapeJson(JSON.stringify(document, undefined, 2))}\n`;
}
