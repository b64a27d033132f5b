import { readFile } from "node:fs/promises";
import type { BindingFile } from "@polyplug/bindgen";

/**
 * Where an SDK lies: beside this file where the package is built, and in the repository where it runs from its sources. By
 * the line in front of the name, `go vet ./...` passes it over in projects that have this package in their `node_modules`.
 */
export function sdkFolder(name: "sdk-c" | "sdk-go"): URL {
  return new URL(import.meta.url.endsWith(".ts") ? `../../../${name}/` : `./_${name}/`, import.meta.url);
}

/** Files of an SDK as part of the bindings, so that they always fit the rest of them. */
export async function sdkFiles(folder: URL, names: readonly string[], into = ""): Promise<BindingFile[]> {
  return Promise.all(
    names.map(async (name) => ({
      path: `${into}${name}`,
      content: new Uint8Array(await readFile(new URL(name, folder))),
    })),
  );
}
