import { join } from "node:path";
import { readFunctionName } from "@polyplug/abi";
import type { ContractPart } from "../expressible/contract-part.ts";
import { namesIn } from "../expressible/names-in.ts";
import { readText } from "../project/read-text.ts";

/** What the macros of wit-bindgen make no Rust of. */
export async function rustLacks(parts: readonly ContractPart[], folder: string): Promise<readonly string[]> {
  const isNewest = /^\s*edition\s*=\s*"2024"/m.test(await readText(join(folder, "Cargo.toml")));
  const interfaces = new Map(parts.flatMap((part) => (part.owner === undefined ? [] : [[part.owner, part.side]])));
  const modules = [...interfaces].filter(([id]) => isNewest && modulesOf(id).includes("gen"));
  const ofInterfaces = modules.map(([id, side]) => newKeyword(`${side} ${id}`));
  const ofParts = parts.flatMap((part) => {
    const { types, values } = namesIn(part);
    const lines: string[] = [];
    if (types.includes("self")) lines.push(`${part.place}: self would be the keyword Self: call it otherwise`);
    if (isNewest && values.includes("gen")) lines.push(newKeyword(part.place));
    if (isHandle(part)) lines.push(`${part.place}: every resource has a method handle of its own: call it otherwise`);
    return lines;
  });
  return [...ofInterfaces, ...ofParts];
}

/** `acme:text/log@1.0.0` is `log` in `text` in `acme`. */
function modulesOf(id: string): readonly string[] {
  return id.replace(/@.*$/, "").split(/[:/]/);
}

function newKeyword(place: string): string {
  return `${place}: gen is a keyword of the edition 2024: say edition = "2021" in Cargo.toml`;
}

function isHandle({ name }: ContractPart): boolean {
  const read = readFunctionName(name);
  return (read?.kind === "method" || read?.kind === "static") && read.name === "handle";
}
