import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BuildError, exists } from "@polyplug/build";
import type { TypedGuest } from "./typed-guest.ts";
import { typedLanguages } from "./typed-languages.ts";

/** Takes why something cannot be a guest, and throws it where the others are not to be had without it. */
export type LeaveOut = (error: BuildError) => void;

/**
 * Every typed guest below a folder: in each of its folders that has a contract, `world.wit` or `wit`, each file
 * `plugin.*`, by topic and then in the order of languages. A plugin that nobody builds throws, unless `leaveOut` takes it
 * and lets the others be built. Folders without a contract are passed over, and so are contracts without a plugin.
 */
export async function discoverTypedGuests(root: string, leaveOut: LeaveOut = throwing): Promise<readonly TypedGuest[]> {
  const folders = (await exists(root)) ? await readdir(root, { withFileTypes: true }) : [];
  const topics = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const guests = await Promise.all(topics.sort().map((topic) => guestsOf(root, topic, leaveOut)));
  return guests.flat();
}

function throwing(error: BuildError): never {
  throw error;
}

async function guestsOf(root: string, topic: string, leaveOut: LeaveOut): Promise<readonly TypedGuest[]> {
  const folder = join(root, topic);
  const files = await readdir(folder);
  const [wit, second] = ["world.wit", "wit"].filter((name) => files.includes(name));
  if (wit === undefined) return [];
  const action = `build ${folder}`;
  if (second !== undefined) {
    leaveOut(new BuildError(action, `it has two contracts, ${wit} and ${second}`));
    return [];
  }
  const plugins = files.filter((file) => file.startsWith("plugin."));
  const known = typedLanguages.filter(({ file }) => plugins.includes(file));
  for (const stranger of plugins.filter((file) => !known.some((language) => language.file === file))) {
    const names = typedLanguages.map(({ file }) => file).join(", ");
    leaveOut(new BuildError(action, `nobody builds ${stranger}, only ${names}`));
  }
  return known.map(({ language, file, companions }) => {
    const beside = files.filter((name) => companions?.test(name)).sort();
    return { topic, language, folder, files: [file, ...beside], wit };
  });
}
