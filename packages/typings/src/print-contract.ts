import type { World } from "@polyplug/abi";
import { type Documentation, undocumented } from "./documentation/documentation.ts";
import { block, enclosed, hardLine, ifBroken, indent, join, type Layout } from "./layout/layout.ts";
import { lineWidth } from "./layout/render.ts";
import { ownName } from "./names/interface-names.ts";
import { typeName } from "./names/pascal-case.ts";
import { documented } from "./text/comment.ts";
import { moduleText } from "./text/module-text.ts";
import { exportLayouts, importLayouts } from "./text/sides.ts";
import { worldText } from "./text/world-text.ts";
import { isGranted } from "./world/place.ts";

/** What a contract's module is made of. */
export interface ContractParts {
  readonly world: World;
  /** The binary form of the world, the content of a section `component-type`. */
  readonly binary: Uint8Array;
  /** Default: none. */
  readonly docs?: Documentation | undefined;
  /** What the types of exports and imports are called after, in kebab-case. Default: the world's name, else `plugin`. */
  readonly name?: string | undefined;
}

/**
 * A contract as a module in TypeScript: `contract`, to be passed to `loadPlugin`, the types of what a plugin exports and
 * what the host provides, and every type that the world names.
 *
 * Throws `unsupported` for what cannot be passed yet, such as streams, and for a world of which JavaScript would not tell
 * two things apart.
 */
export function printContract({ world, binary, docs = undocumented, name = nameOf(world) }: ContractParts): string {
  const prefix = typeName(name) || "Plugin";
  const [exported, imported] = [`${prefix}Exports`, `${prefix}Imports`];
  const text = worldText(world, { docs, name, isApart: isGranted, reserved: [exported, imported, "Contract"] });
  const title = world.name ?? name;
  const parts: Layout[] = [
    'import { type Contract, defineContract } from "@polyplug/host";',
    documented(`What a plugin of ${title} exports.`, sideDeclaration(exported, exportLayouts(text))),
    documented(`What a host provides for a plugin of ${title}.`, sideDeclaration(imported, importLayouts(text))),
    ...text.declarations,
    documented(docs.world, constant([exported, imported], binary)),
  ];
  return moduleText(
    `The contract ${title}`,
    parts.map((part) => [part]),
  );
}

function sideDeclaration(name: string, properties: readonly Layout[]): Layout {
  // An empty interface would refuse what a plugin imports beside its world.
  if (properties.length === 0) return `export type ${name} = object;`;
  return [`export interface ${name} `, block(properties)];
}

/** The constant itself, which is broken behind `=` where that is enough, else between its types. */
function constant(types: readonly [string, string], binary: Uint8Array): Layout {
  const call = ["defineContract", enclosed("(", [`"${base64(binary)}"`, ifBroken(",")], ")"), ";"];
  const head = `export const contract: Contract<${types.join(", ")}> =`;
  if (`${head} defineContract(`.length <= lineWidth) return [head, " ", call];
  if (head.length <= lineWidth) return [head, indent([hardLine, call])];
  return ["export const contract: Contract<", indent([hardLine, join([",", hardLine], types)]), hardLine, "> = ", call];
}

/** `acme:text/text-filter@1.0.0` is `text-filter`. */
function nameOf({ name }: World): string {
  return name === undefined ? "plugin" : ownName(name);
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
