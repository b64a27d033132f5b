import { join } from "node:path";
import { discoverTypedGuests, type TypedGuest } from "@polyplug/toolchains";
import { examplesFolder } from "./example-names.ts";

/** A plugin of an example, and what its file is called without `.wasm`. */
export interface ExampleGuest {
  readonly name: string;
  readonly guest: TypedGuest;
}

/**
 * The plugins of an example: those beside its host, which are called as their languages are, and those below `plugins`,
 * which are called as their folders are.
 */
export async function exampleGuests(example: string): Promise<readonly ExampleGuest[]> {
  const [beside, below] = await Promise.all([
    discoverTypedGuests(examplesFolder),
    discoverTypedGuests(join(examplesFolder, example, "plugins")),
  ]);
  return [
    ...beside.filter(({ topic }) => topic === example).map((guest): ExampleGuest => ({ name: guest.language, guest })),
    ...below.map((guest): ExampleGuest => ({ name: guest.topic, guest })),
  ];
}
