import { camelCase, type FunctionName, type FunctionType, readFunctionName, type World } from "@polyplug/abi";

/** A function that a plugin with a world exports. */
export interface TypedExport {
  /** As the component model has it: `run`, or `ns:pkg/interface@1.2.3#run`. */
  readonly path: string;
  /** The id of the interface that it is in. */
  readonly owner: string | undefined;
  readonly name: FunctionName;
  readonly type: FunctionType;
  /** What it may be called, shortest first: `run`, `interface.run`, `ns:pkg/interface#run`, and so in camelCase. */
  readonly names: readonly string[];
}

/** All functions that a world exports. */
export function typedExports({ exports }: World): TypedExport[] {
  return [...exports].flatMap(([id, item]) => {
    if (item.kind === "function") return typedExport(undefined, id, item.type);
    if (item.kind !== "interface") return [];
    return [...item.items].flatMap(([name, one]) => (one.kind === "function" ? typedExport(id, name, one.type) : []));
  });
}

/** An interface's name in its id: `filter` of `acme:text/filter@1.0.0`. */
export function interfaceName(id: string): string {
  return id.replace(/@.*$/, "").replace(/^.*\//, "");
}

/** The name of a resource as its class has it. */
export function className(resource: string): string {
  const name = camelCase(resource);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function typedExport(owner: string | undefined, text: string, type: FunctionType): TypedExport[] {
  const name = readFunctionName(text);
  if (name === undefined) return [];
  const spellings = spellingsOf(name);
  if (owner === undefined) return [{ path: text, owner, name, type, names: [...spellings, text] }];
  const path = `${owner}#${text}`;
  const short = interfaceName(owner);
  const inside = [short, camelCase(short)].flatMap((prefix) => spellings.map((spelling) => `${prefix}.${spelling}`));
  const names = [...spellings, ...inside, `${owner.replace(/@.*$/, "")}#${text}`, path];
  return [{ path, owner, name, type, names }];
}

function spellingsOf(name: FunctionName): string[] {
  switch (name.kind) {
    case "freestanding":
      return [name.name, camelCase(name.name)];
    case "constructor":
      return [name.resource, className(name.resource)];
    default:
      return [`${name.resource}.${name.name}`, `${className(name.resource)}.${camelCase(name.name)}`];
  }
}
