import type { EmptyExports } from "./empty.contract.ts";

export function exported(plugin: EmptyExports): void {
  // @ts-expect-error: there is nothing
  plugin.run();
}
