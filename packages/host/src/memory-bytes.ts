import type { Plugin } from "./plugin.ts";

/** Bytes of the memories of a plugin that its host sees. */
export function memoryBytes({ memories }: Pick<Plugin<object>, "memories">): number {
  let bytes = 0;
  for (const { buffer } of Object.values(memories)) bytes += buffer.byteLength;
  return bytes;
}
