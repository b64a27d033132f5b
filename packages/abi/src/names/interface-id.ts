const words = "[a-z][0-9a-z]*(?:-[0-9a-z]+)*";
const label = "[a-zA-Z][0-9a-zA-Z]*(?:-[0-9a-zA-Z]+)*";
const version = "[0-9A-Za-z.+-]+";
const id = new RegExp(`^(?:(?:${words}:)+${words}(?:/${label})+(?:@${version})?|${label})$`);

/** Whether this can name an interface: `ns:pkg/name@1.2.3`, or one word for an interface written inside of a world. */
export function isInterfaceId(text: string): boolean {
  return id.test(text);
}

/**
 * An interface's id with its version cut to the part that has to agree for two versions to be compatible: `1` of `1.2.3`,
 * `0.2` of `0.2.3`, `0.0.3`, and all of a version with a pre-release.
 */
export function compatibleInterfaceId(interfaceId: string): string {
  const [, name, major, minor, patch] =
    /^(.*)@(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:\+.*)?$/.exec(interfaceId) ?? [];
  if (name === undefined) return interfaceId;
  if (major !== "0") return `${name}@${major}`;
  return minor !== "0" ? `${name}@0.${minor}` : `${name}@0.0.${patch}`;
}
