import { copyFile, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { basename, join } from "node:path";
import type {} from "@polyplug/built-guests";
import { installPacked, readTree, type Tree, type WorkspacePackage, workspacePackages } from "@polyplug/repo-tools";
import { inject } from "vitest";

export const tree: Tree = readTree(join(import.meta.dirname, "../../.."));
export const published: readonly WorkspacePackage[] = workspacePackages(tree).filter(({ isPublished }) => isPublished);
export const hostAndBelow: readonly string[] = [
  "abi",
  "component",
  "errors",
  "host",
  "metering",
  "wasi",
  "wasm-binary",
].map((name) => `@polyplug/${name}`);

/** The plugins that examples and programs speak of. */
const plugins = {
  "adder.wasm": "adder rust wasm32-unknown-unknown",
  "adder-wasi.wasm": "adder rust wasm32-wasip1",
  "adder-go.wasm": "adder go wasm32-wasip1",
  "half.wasm": "unmet assemblyscript wasm32",
  "panic.wasm": "panic rust wasm32-wasip1",
  "shout.wasm": "text-filter rust core",
  "shout.component.wasm": "text-filter rust component",
};

/** `(module (func (export "spin") (loop (br 0))))` */
const endless = "AGFzbQEAAAABBAFgAAADAgEABwgBBHNwaW4AAAoJAQcAA0AMAAsL";

const contract = "examples/text-filter/text-filter.contract.ts";

/** An empty project with packed packages, with the plugins, and with the contract of the text filters. */
export async function packedProject(folder: string, tarballs: readonly string[]): Promise<string> {
  await installPacked(tarballs, folder);
  const guests = [...inject("guests"), ...inject("typedGuests")];
  for (const [file, wanted] of Object.entries(plugins)) {
    const guest = guests.find(({ topic, language, target }) => `${topic} ${language} ${target}` === wanted);
    await copyFile(guest?.path ?? `no guest ${wanted}`, join(folder, file));
  }
  const sorting = inject("programs").find(({ name, language }) => name === "sorting" && language === "c");
  await copyFile(sorting?.path ?? "no program sorting", join(folder, "sorting.wasm"));
  await writeFile(join(folder, "endless.wasm"), endless, "base64");
  await copyFile(join(tree.root, contract), join(folder, basename(contract)));
  const stripped = stripTypeScriptTypes(tree.read(contract));
  await writeFile(join(folder, basename(contract).replace(/ts$/, "js")), stripped);
  return folder;
}
