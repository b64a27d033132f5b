import { camelCase, type FunctionName, type FunctionType, readFunctionName, type WorldItems } from "@polyplug/abi";

/** A function that a plugin with a world exports or imports. */
export interface WorldFunction {
  /** As the component model has it: `run`, or `ns:pkg/interface@1.2.3#run`. */
  readonly path: string;
  /** The id of the interface that it is in. */
  readonly owner: string | undefined;
  readonly name: FunctionName;
  readonly type: FunctionType;
  /** What it may be called, shortest first: `run`, `interface.run`, `ns:pkg/interface#run`, and so in camelCase. */
  readonly names: readonly string[];
}

/** All functions of the exports or of the imports of a world. */
export function worldFunctions(items: WorldItems): WorldFunction[] {
  return [...items].flatMap(([id, item]) => {
    if (item.kind === "function") return worldFunction(undefined, id, item.type);
    if (item.kind !== "interface") return [];
    return [...item.items].flatMap(([name, one]) => (one.kind === "function" ? worldFunction(id, name, one.type) : []));
  });
}

/** The functions that a word on the command line may mean: the one that has it as its path, else all that have it as a name. */
export function meantFunctions(functions: readonly WorldFunction[], word: string): readonly WorldFunction[] {
  const exact = functions.filter(({ path }) => path === word);
  return exact.length > 0 ? exact : functions.filter(({ names }) => names.includes(word));
}

/** The shortest name of a function that no other has. */
export function shortestName({ names, path }: WorldFunction, functions: readonly WorldFunction[]): string {
  return names.find((name) => functions.filter((one) => one.names.includes(name)).length === 1) ?? path;
}

/** The name of a resource as its class has it. */
export function className(resource: string): string {
  const name = camelCase(resource);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function worldFunction(owner: string | undefined, text: string, type: FunctionType): WorldFunction[] {
  const name = readFunctionName(text);
  if (name === undefined) return [];
  const spellings = spellingsOf(name);
  if (owner === undefined) return [{ path: text, owner, name, type, names: [...spellings, text] }];
  const path = `${owner}#${text}`;
  const short = owner.replace(/@.*$/, "").replace(/^.*\//, "");
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
