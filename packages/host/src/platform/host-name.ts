/** What Windows does not take in a name, or takes for something else: separators, streams, devices. */
const odd = /[\\:*?"<>|]|\p{Cc}|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Whether a file can have that name here, given that it is a name of a file at all. */
export function isHostName(name: string): boolean {
  return process.platform !== "win32" || !odd.test(name);
}
