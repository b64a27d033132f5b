import { type LoadOptions, loadPlugin, type Plugin } from "@polyplug/host";
import type { TestContract } from "./contracts.ts";
import { failure } from "./failure.ts";
import { guest } from "./guest.ts";

/** Both ways in which values cross. Every claim is about each of them. */
export const abis = ["reference", "compiled"] as const;

/** A plugin that a test wrote, with its exports by their JavaScript names. */
export interface TestPlugin {
  readonly plugin: Plugin<object>;
  /** Calls `count`, `given.text`. */
  call(path: string, ...args: unknown[]): unknown;
  /** The error that such a call ends with. */
  fails(path: string, ...args: unknown[]): ReturnType<typeof failure>;
}

/** Loads what {@link guest} makes of `body`. */
export async function load(known: TestContract, body: string, options: LoadOptions = {}): Promise<TestPlugin> {
  return loadBytes(guest(known, body), { contract: known.contract, name: "hostile", ...options });
}

export async function loadBytes(bytes: Uint8Array, options: LoadOptions): Promise<TestPlugin> {
  const plugin = await loadPlugin<object>(bytes, options);
  const call = (path: string, ...args: unknown[]): unknown => {
    const steps = path.split(".");
    let [owner, found]: unknown[] = [undefined, plugin.exports];
    for (const step of steps) [owner, found] = [found, Reflect.get(Object(found), step)];
    if (typeof found !== "function") throw new TypeError(`there is no ${path}`);
    return Reflect.apply(found, owner, args);
  };
  return { plugin, call, fails: (path, ...args) => failure(() => call(path, ...args)) };
}
