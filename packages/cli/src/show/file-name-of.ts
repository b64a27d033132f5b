/** The last part of a path or URL, as a program is called by. */
export function fileNameOf(location: string): string {
  const path = /^https?:/.test(location) ? location.replace(/[?#].*$/s, "") : location;
  return path.split(/[/\\]/).findLast((part) => part !== "") ?? location;
}
