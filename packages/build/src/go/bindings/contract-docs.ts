import {
  type ResolvedWit,
  type WitFunction,
  type WitInterface,
  type WitWorldItem,
  witInterfaceId,
} from "@polyplug/bindgen";
import type { GoFile } from "./go-file.ts";

/** What a contract says of a package of the bindings. */
export interface PackageDocs {
  /** What it is in the contract: `acme:text/log@1.0.0`. */
  readonly subject: string;
  readonly docs: string;
  /** By the names that functions have in Go, behind a resource's name for its methods: `Journal.Write`. */
  readonly functions: ReadonlyMap<string, string>;
}

/** By the package's name, without the `export_` of those that the plugin exports. */
export type ContractDocs = ReadonlyMap<string, PackageDocs>;

/** What a contract says, for whoever reads the bindings in an editor. */
export function contractDocs(contract: ResolvedWit): ContractDocs {
  const world = contract.worlds[contract.world ?? 0];
  const items = [...Object.entries(world?.imports ?? {}), ...Object.entries(world?.exports ?? {})];
  const functions = items.flatMap(([, item]) => ("function" in item ? [item.function] : []));
  const ofWorld = {
    subject: `the world ${world?.name}`,
    docs: world?.docs?.contents ?? "",
    functions: docsOf(functions),
  };
  return new Map([["wit_world", ofWorld], ...items.flatMap(([key, item]) => interfaceDocs(contract, key, item))]);
}

function interfaceDocs(
  contract: ResolvedWit,
  key: string,
  item: WitWorldItem,
): readonly (readonly [string, PackageDocs])[] {
  if (!("interface" in item)) return [];
  const one = contract.interfaces[item.interface.id];
  if (one === undefined) return [];
  const subject = witInterfaceId(contract, item.interface.id);
  if (subject === undefined) return [[snakeCase(key), packageDocs(one, key)]];
  const docs = packageDocs(one, subject);
  const [path = "", version = ""] = subject.split("@");
  // The version is in the name only where there are several of the same package.
  return [
    [snakeCase(path), docs],
    [snakeCase(path.replace("/", `@${version}/`)), docs],
  ];
}

function packageDocs({ docs, functions }: WitInterface, subject: string): PackageDocs {
  return { subject, docs: docs?.contents ?? "", functions: docsOf(Object.values(functions)) };
}

function docsOf(functions: readonly WitFunction[]): ReadonlyMap<string, string> {
  return new Map(functions.flatMap(({ name, docs }) => (docs === undefined ? [] : [[goName(name), docs.contents]])));
}

function goName(name: string): string {
  const [, kind, resource = "", own = ""] = /^(?:\[(\w+)\]([^.]+))?\.?(.*)$/.exec(name) ?? [];
  if (kind === "constructor") return `Make${pascalCase(resource)}`;
  return pascalCase(resource) + (kind === "method" ? "." : "") + pascalCase(own);
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(name: string): string {
  return name.toLowerCase().replace(/\W+/g, "_");
}

/** Gives the functions of a package what the contract says of them. */
export function documented(file: GoFile, docs: ContractDocs): GoFile {
  const own = docs.get(file.package.replace(/^export_/, ""));
  const declarations = file.declarations.map((declaration) => {
    const one = declaration.function;
    if (one === undefined) return declaration;
    const name = one.receiver === undefined ? one.name : `${one.receiver.replace("*", "")}.${one.name}`;
    const text = own?.functions.get(name);
    return text === undefined ? declaration : { ...declaration, function: { ...one, docs: comment(text) } };
  });
  return { ...file, declarations, docs: own };
}

/** What a package is, as the comment above its name. */
export function packageComment(name: string, known: PackageDocs | undefined, side: string): string | undefined {
  if (known === undefined) return undefined;
  return comment(`Package ${name} is ${known.subject}, ${side}.\n\n${known.docs}`.trim());
}

function comment(text: string): string {
  return text
    .split("\n")
    .map((line) => `// ${line}`.trimEnd())
    .join("\n");
}
