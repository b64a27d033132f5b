import { camelCase } from "@polyplug/abi";

/** An interface's id without its version: `acme:text/filter@1.0.0` is `acme:text/filter`. */
export function unversioned(id: string): string {
  return id.replace(/@.*$/, "");
}

/** What an interface is called in its package, in kebab-case: `acme:text/word-filter@1.0.0` is `word-filter`. */
export function ownName(id: string): string {
  return unversioned(id).replace(/^.*\//, "");
}

/** The property beside its id by which the exports of a plugin have an interface: `wordFilter`. */
export function shortName(id: string): string {
  return camelCase(ownName(id));
}

/** The ids of which no other gives the same name. */
export function distinct(ids: readonly string[], nameOf: (id: string) => string): ReadonlySet<string> {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const id of ids) {
    const name = nameOf(id);
    const other = first.get(name);
    if (other === undefined) found.add(id);
    else found.delete(other);
    first.set(name, other ?? id);
  }
  return found;
}
