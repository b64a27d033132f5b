const longest = 80;

/** What somebody wrote on the command line, as messages repeat it: in quotes, and of what is endless the beginning. */
export function shown(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}
