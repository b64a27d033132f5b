import { readdir } from "node:fs/promises";
import type { BindingFile } from "@polyplug/bindgen";
import { sdkFiles, sdkFolder } from "../../sdk-files.ts";

/** The packages of the SDK, which every plugin has a copy of as `wit`: so it always fits the rest of the bindings. */
export async function goSdk(): Promise<BindingFile[]> {
  const files = await Promise.all(["", "abi/", "hostlog/"].map(sources));
  return files.flat();
}

async function sources(path: string): Promise<BindingFile[]> {
  const folder = new URL(path, sdkFolder("sdk-go"));
  const files = await readdir(folder);
  const own = files.filter((file) => /\.(go|s)$/.test(file) && !file.endsWith("_test.go")).sort();
  return sdkFiles(folder, own, `wit/${path}`);
}
