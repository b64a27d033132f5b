import * as nodeModule from "node:module";
import { stubModule } from "./stub-module.ts";

/** What stands in for a module: an object with its functions and classes, or a function where it has but a default. */
export type Stub = object;

/** Where modules that were written for stubs find them, one an entry. */
declare global {
  var polyplugStubs: Stub[] | undefined;
}

/**
 * Stands in for the host, so that a plugin runs in Node: modules that are imported from here on get `stubs` for what they
 * import from a contract, by the ids with which they do.
 *
 * ```ts
 * const log = { write: (line: string) => console.log(line) };
 * stubImports({ "acme:text/log@1.0.0": log });
 * const { transform } = await import("../plugin.js");
 * ```
 *
 * Functions are looked up when they are called, so a test may put others into the same object; classes when the module is
 * imported. A function that the plugin imports and the stub lacks is an error of that import. To begin anew with a plugin,
 * import it under another name: `import("../plugin.js?second")`.
 */
export function stubImports<Imports extends object = Readonly<Record<string, Stub>>>(stubs: Imports): void {
  globalThis.polyplugStubs ??= [];
  const all = globalThis.polyplugStubs;
  const urls: Record<string, string> = {};
  for (const [id, stub] of Object.entries(stubs)) {
    const source = stubModule(stub, all.push(stub) - 1);
    urls[id] = `data:text/javascript,${encodeURIComponent(source)}`;
  }
  if (nodeModule.registerHooks !== undefined) {
    nodeModule.registerHooks({
      resolve: (specifier, context, next) => resolved(urls, specifier) ?? next(specifier, context),
    });
    return;
  }
  // Node 20 asks hooks on a thread of their own.
  nodeModule.register(`data:text/javascript,${encodeURIComponent(threadHooks)}`, { data: urls });
}

function resolved(urls: Readonly<Record<string, string>>, specifier: string) {
  const url = Object.hasOwn(urls, specifier) ? urls[specifier] : undefined;
  return url === undefined ? undefined : { url, format: "module", shortCircuit: true };
}

const threadHooks = `
const urls = new Map();
export function initialize(more) {
  for (const [id, url] of Object.entries(more)) urls.set(id, url);
}
export function resolve(specifier, context, next) {
  const url = urls.get(specifier);
  return url === undefined ? next(specifier, context) : { url, format: "module", shortCircuit: true };
}`;
