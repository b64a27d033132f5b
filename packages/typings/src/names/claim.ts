import { compatibleInterfaceId } from "@polyplug/abi";
import type { Place } from "../world/place.ts";
import { ownName } from "./interface-names.ts";
import { typeName } from "./pascal-case.ts";

/** What asks for a name in the module, as the words that its name may be made of. Any may be empty. */
export interface Claim {
  readonly side: "Imported" | "Exported";
  readonly namespace: string;
  readonly package: string;
  /** The interface, or the world. */
  readonly owner: string;
  /** What of the version compatible ones have in common. */
  readonly track: string;
  readonly version: string;
  /** Empty for an interface itself. */
  readonly label: string;
}

/** The claim of something that is declared in an interface or a world, or of an interface by itself. */
export function claim({ side, interface: id }: Place, world: string, label = ""): Claim {
  const [, before, version = ""] = /^([^@]*)(?:@(.*))?$/s.exec(id ?? "") ?? [];
  const [, namespace = "", name = ""] = /^(.*):([^:/]*)\//s.exec(before ?? "") ?? [];
  return {
    side: side === "imports" ? "Imported" : "Exported",
    namespace: typeName(namespace),
    package: typeName(name),
    owner: id === undefined ? typeName(world) : typeName(ownName(id)),
    track: versionWord(compatibleInterfaceId(id ?? "").split("@")[1] ?? ""),
    version: versionWord(version),
    label: typeName(label),
  };
}

function versionWord(version: string): string {
  return version.replace(/[^A-Za-z0-9]+/g, "_");
}
