import { basename, dirname, join } from "node:path";
import { discoverTypedGuests, type LeaveOut, type TypedGuest } from "@polyplug/toolchains";

/** A plugin of an example, and what its file is called without `.wasm`. */
export interface ExampleGuest {
  readonly name: string;
  readonly guest: TypedGuest;
}

/**
 * The plugins in the folder of an example: those beside its host, which are called as their languages are, and those below
 * `plugins`, which are called as their folders are.
 */
export async function exampleGuests(example: string, leaveOut: LeaveOut): Promise<readonly ExampleGuest[]> {
  const beside = await discoverTypedGuests(dirname(example), leaveOut);
  const below = await discoverTypedGuests(join(example, "plugins"), leaveOut);
  const own = beside.filter(({ topic }) => topic === basename(example));
  return [
    ...own.map((guest): ExampleGuest => ({ name: guest.language, guest })),
    ...below.map((guest): ExampleGuest => ({ name: guest.topic, guest })),
  ];
}
