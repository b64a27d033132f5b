/** A document as `--json` prints it. */
export function showJson(document: object): string {
  return `${escapeJson(JSON.stringify(document, undefined, 2))}\n`;
}

/** A document on one line, for a program that prints several. */
export function showJsonLine(document: object): string {
  return `${escapeJson(JSON.stringify(document))}\n`;
}

/** JSON that no terminal obeys, and that stays JSON: `JSON.stringify` leaves all but the first 32 controls as they are. */
function escapeJson(json: string): string {
  return json.replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => unitEscape(character.charCodeAt(index))).join(""),
  );
}

function unitEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
