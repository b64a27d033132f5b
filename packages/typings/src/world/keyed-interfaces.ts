import { camelCase } from "@polyplug/abi";
import { distinct, shortName, unversioned } from "../names/interface-names.ts";
import type { Face } from "./face.ts";
import type { SideModel } from "./world-model.ts";

/** An interface under a property of a plugin's exports, or of what the host provides. */
export interface KeyedInterface {
  readonly key: string;
  readonly face: Face;
}

/**
 * The interfaces that a plugin exports as the host shows them: each under its id and, where nothing else is called so,
 * under its own name in camelCase.
 */
export function exportedInterfaces({ own, interfaces, ids }: SideModel): KeyedInterface[] {
  const short = distinct(ids, shortName);
  const taken = new Set(own.owner.functions.map(({ label }) => camelCase(label)));
  const keyed: KeyedInterface[] = [];
  for (const face of interfaces) {
    const { interface: id = "" } = face.owner.place;
    for (const key of short.has(id) ? [id, shortName(id)] : [id]) {
      if (!taken.has(key)) keyed.push({ key, face });
      taken.add(key);
    }
  }
  return keyed;
}

/** The interfaces that the host provides: under their ids, without the version where that is all it takes. */
export function providedInterfaces({ interfaces, ids }: SideModel): KeyedInterface[] {
  const plain = distinct(ids, unversioned);
  return interfaces.map((face) => {
    const { interface: id = "" } = face.owner.place;
    return { key: plain.has(id) ? unversioned(id) : id, face };
  });
}
