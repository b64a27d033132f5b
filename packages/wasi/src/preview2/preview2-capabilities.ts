import type { Capability } from "../capability.ts";
import { interfaceName } from "./interface-name.ts";

/** Those that work without any are left out: a stream is what another interface hands out, and so is a pollable. */
const capabilities: ReadonlyMap<string, readonly Capability[]> = new Map<string, readonly Capability[]>([
  ["wasi:cli/environment", ["args", "env"]],
  ["wasi:cli/stdin", ["stdin"]],
  ["wasi:cli/stdout", ["stdout"]],
  ["wasi:cli/stderr", ["stderr"]],
  ["wasi:clocks/monotonic-clock", ["clock", "sleep"]],
  ["wasi:clocks/wall-clock", ["clock"]],
  ["wasi:filesystem/preopens", ["files"]],
  ["wasi:filesystem/types", ["files"]],
  ["wasi:random/insecure", ["random"]],
  ["wasi:random/insecure-seed", ["random"]],
  ["wasi:random/random", ["random"]],
  ["wasi:sockets/instance-network", ["sockets"]],
  ["wasi:sockets/ip-name-lookup", ["sockets"]],
  ["wasi:sockets/network", ["sockets"]],
  ["wasi:sockets/tcp", ["sockets"]],
  ["wasi:sockets/tcp-create-socket", ["sockets"]],
  ["wasi:sockets/udp", ["sockets"]],
  ["wasi:sockets/udp-create-socket", ["sockets"]],
]);

/**
 * What a plugin that imports this interface may be after. Empty for one that works without any, such as `wasi:cli/exit`,
 * and for one that is not provided.
 */
export function preview2Capabilities(interfaceId: string): readonly Capability[] {
  return capabilities.get(interfaceName(interfaceId) ?? "") ?? [];
}
