import { copyFile, cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { WitSource } from "@polyplug/bindgen";
import type { TypedGuest } from "./typed-guest.ts";

/** A guest's contract with everything that it depends on, by paths from the guest's folder. */
export async function readContract({ folder, wit }: TypedGuest): Promise<readonly WitSource[]> {
  const below = wit.endsWith(".wit") ? [""] : await readdir(join(folder, wit), { recursive: true });
  const paths = below.map((file) => join(wit, file)).filter((path) => path.endsWith(".wit"));
  return Promise.all(paths.sort().map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") })));
}

/** Everything of a guest that an artifact depends on, as pieces of a hash. */
export async function guestContent(guest: TypedGuest): Promise<readonly (string | Uint8Array)[]> {
  const own = guest.files.map(async (file) => [file, await readFile(join(guest.folder, file))]);
  const contract = await readContract(guest);
  return [...(await Promise.all(own)).flat(), ...contract.flatMap(({ path, text }) => [path, text])];
}

/** Copies a guest's own files. */
export async function copySources({ folder, files }: TypedGuest, to: string): Promise<void> {
  for (const file of files) await copyFile(join(folder, file), join(to, file));
}

/** Copies a guest's own files and its contract. */
export async function copyGuest(guest: TypedGuest, to: string): Promise<void> {
  await copySources(guest, to);
  await cp(join(guest.folder, guest.wit), join(to, guest.wit), { recursive: true });
}
