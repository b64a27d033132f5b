/** Controls, formats such as a change of direction, halves of surrogate pairs, and the separators that break a line. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Text from a plugin as a terminal may see it: what would move the cursor or turn letters round becomes `\u{1b}`. */
export function escapeText(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** The same for text of several lines. */
export function escapeLines(text: string): string {
  return text.split("\n").map(escapeText).join("\n");
}

/** The same for JSON, which stays JSON: `JSON.stringify` leaves all but the first 32 controls as they are. */
export function escapeJson(json: string): string {
  return json.replace(unprintable, (character) => {
    if (character === "\n") return character;
    return Array.from({ length: character.length }, (_, index) => unitEscape(character.charCodeAt(index))).join("");
  });
}

function unitEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
