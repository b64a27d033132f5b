import type { ResolvedWit, WitIndex } from "./resolved-wit.ts";

/**
 * The id of an interface, `ns:pkg/name@1.2.3`, under which worlds import and export it and binaries name it. Undefined for
 * one that is written inside of a world: its name is the key that it has there.
 */
export function witInterfaceId({ interfaces, packages }: ResolvedWit, index: WitIndex): string | undefined {
  const { name = null, package: owner = null } = interfaces[index] ?? {};
  if (name === null || owner === null) return undefined;
  const [path, version] = (packages[owner]?.name ?? "").split("@", 2);
  return version === undefined ? `${path}/${name}` : `${path}/${name}@${version}`;
}
