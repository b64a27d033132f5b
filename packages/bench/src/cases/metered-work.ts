import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { LoadOptions } from "@polyplug/host";
import { buildGuests, describeGuest, type OnProgress } from "@polyplug/toolchains";
import wabt from "wabt";

/** A function that works for a while by itself, as it is without limits. */
export interface MeteredWork {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly export: string;
  /** What makes it work for some tens of microseconds. */
  readonly argument: number;
  readonly grant: LoadOptions["grant"];
}

const loops: Readonly<Record<string, number>> = {
  sum: 50_000,
  bytes: 60_000,
  copy: 60_000,
  hash: 60_000,
  sieve: 60_000,
  fib: 22,
};

/** Loops by themselves, and work as plugins do it. */
export async function meteredWork(onProgress: OnProgress): Promise<readonly MeteredWork[]> {
  const tight = await assembled(new URL("../../guests/loops.wat", import.meta.url));
  const root = fileURLToPath(new URL("../../work", import.meta.url));
  const built = await buildGuests({ root, onProgress });
  const real = built.map(async (guest): Promise<MeteredWork> => {
    if (!("path" in guest)) throw new Error(`cannot build ${describeGuest(guest)}`);
    const { topic, language, path, grant } = guest;
    return { name: `${topic} in ${language}`, bytes: await readFile(path), export: "run", argument: 1, grant };
  });
  return [
    ...Object.entries(loops).map(([name, argument]) => ({ name, bytes: tight, export: name, argument, grant: {} })),
    ...(await Promise.all(real)),
  ];
}

async function assembled(file: URL): Promise<Uint8Array> {
  const module = (await wabt()).parseWat(file.pathname, await readFile(file, "utf8"));
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}
