/** Controls but for the end of a line, formats such as a change of direction, and the separators that break a line. */
const unprintable = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu;

/**
 * Text as a terminal or a log may see it: what would move the cursor, turn letters round or hide becomes `\u{1b}`. Names
 * come out of binaries, and a binary may call its functions anything. The ends of lines stay.
 */
export function printable(text: string): string {
  // Nearly all text is plain, and the other expression is slow to compile: it would show in the time of the first load.
  if (/^[\x20-\x7e\n]*$/.test(text)) return text;
  return text.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** {@link printable} text that stays on its line: the end of one becomes `\n`. */
export function printableLine(text: string): string {
  return printable(text).replaceAll("\n", "\\n");
}

const longestName = 100;

/** A name from a binary inside of a sentence: a {@link printableLine}, cut behind 100 characters. */
export function printableName(name: string): string {
  const cut = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  return printableLine(cut);
}
