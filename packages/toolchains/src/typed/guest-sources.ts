import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { WitSource } from "@polyplug/bindgen";
import type { TypedGuest } from "./typed-guest.ts";

/** A guest's contract with everything that it depends on, by paths from the guest's folder. */
export async function readContract({ folder, wit }: TypedGuest): Promise<readonly WitSource[]> {
  const below = wit.endsWith(".wit") ? [""] : await readdir(join(folder, wit), { recursive: true });
  const paths = below.map((file) => join(wit, file)).filter((path) => path.endsWith(".wit"));
  return Promise.all(paths.sort().map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") })));
}

/** The headers beside a guest, in the place of bindings of the same name: C++ has the class of a resource in one. */
export async function headersOf({ folder }: TypedGuest): Promise<readonly string[]> {
  return (await readdir(folder)).filter((file) => file.endsWith(".h")).sort();
}

/** Everything of a guest that an artifact depends on, as pieces of a hash. */
export async function guestContent(guest: TypedGuest): Promise<readonly (string | Uint8Array)[]> {
  const contract = await readContract(guest);
  const files = [guest.file, ...(await headersOf(guest))];
  const contents = await Promise.all(files.map(async (file) => [file, await readFile(join(guest.folder, file))]));
  return [...contents.flat(), ...contract.flatMap(({ path, text }) => [path, text])];
}

/** Copies a guest's source and its contract. */
export async function copyGuest({ folder, file, wit }: TypedGuest, to: string): Promise<void> {
  for (const name of [file, wit]) await cp(join(folder, name), join(to, name), { recursive: true });
}
