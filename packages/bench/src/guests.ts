import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  buildTypedGuests,
  describeGuest,
  discoverTypedGuests,
  type OnProgress,
  repository,
} from "@polyplug/toolchains";

/** The plugins that are measured, as paths. */
export interface Guests {
  /** World `calls`, in C. */
  readonly calls: { readonly core: string; readonly component: string };
  /** The text filter of the examples, in C: a small plugin. */
  readonly small: { readonly core: string; readonly component: string };
  /** The same in JavaScript, with an engine in it: a large one. */
  readonly javascript: string;
  /** The contract of the text filter in its binary form, as base64. */
  readonly contract: string;
}

/** Builds what is measured, or throws with what keeps it from being built. */
export async function buildBenchGuests(onProgress: OnProgress): Promise<Guests> {
  const folders = [fileURLToPath(new URL("../guests", import.meta.url)), join(repository, "examples")];
  const all = (await Promise.all(folders.map((folder) => discoverTypedGuests(folder)))).flat();
  const wanted = all.filter(({ topic, language }) => {
    return (
      (topic === "calls" && language === "c") || (topic === "text-filter" && ["c", "javascript"].includes(language))
    );
  });
  const built = await buildTypedGuests(wanted, { onProgress });
  const pathOf = (topic: string, target: string, generator?: string): string => {
    const found = built.find((one) => one.topic === topic && one.target === target && one.generator === generator);
    if (found !== undefined && "path" in found) return found.path;
    const why = found === undefined ? "nobody builds it" : "cure" in found ? found.cure : found.error.message;
    throw new Error(`cannot build ${found === undefined ? topic : describeGuest(found)}: ${why}`);
  };
  const both = (topic: string) => ({ core: pathOf(topic, "core"), component: pathOf(topic, "component") });
  const small = both("text-filter");
  return {
    calls: both("calls"),
    small,
    javascript: pathOf("text-filter", "component", "componentize-js"),
    contract: await contractIn(small.core),
  };
}

/** A core plugin says what its contract is. */
async function contractIn(path: string): Promise<string> {
  const module = await WebAssembly.compile(await readFile(path));
  const [section] = WebAssembly.Module.customSections(module, "component-type:text-filter");
  if (section === undefined) throw new Error(`${path} says nothing of its contract`);
  return Buffer.from(section).toString("base64");
}
