import type { WorldItemsExports, WorldItemsImports } from "./world-items.contract.ts";

export function exported(plugin: WorldItemsExports, imports: WorldItemsImports): void {
  // @ts-expect-error: it is called sayHello
  plugin["say-hello"]("you");
  // @ts-expect-error: a resource of the world is made by the host
  new plugin.Box("");
  // @ts-expect-error: WASI is no part of what the host writes
  imports["wasi:cli/stdout@0.2.0"];
  // @ts-expect-error: an imported interface has its id as it is
  imports.mySettings;
}
