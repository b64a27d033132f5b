import { printableLine } from "@polyplug/errors";

const longestShown = 200;

/** A name from a binary: as it is where it is plain ASCII without spaces, else quoted, escaped and cut. */
export function showName(name: string): string {
  if (name.length <= longestShown && /^[!#-[\]-~]+$/.test(name)) return name;
  return quoteName(name);
}

/** A name from a binary in quotes, escaped and cut. */
export function quoteName(name: string): string {
  const shown = name.length > longestShown ? `${name.slice(0, longestShown)}…` : name;
  return `"${printableLine(shown.replace(/["\\]/g, "\\$&"))}"`;
}

const mostListed = 20;

/** Names in a sentence: `add, sub and 18 more`. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).map(showName).join(", ");
  return names.length > mostListed ? `${shown} and ${names.length - mostListed} more` : shown;
}
