import type { Capability } from "../capability.ts";
import { interfaceKey } from "./interface-key.ts";

/** Those that work without any are left out: a stream is what another interface hands out, and so is a pollable. */
const capabilities: ReadonlyMap<string, readonly Capability[]> = new Map<string, readonly Capability[]>([
  ["wasi:cli/environment@0.2", ["args", "env"]],
  ["wasi:cli/stdin@0.2", ["stdin"]],
  ["wasi:cli/stdout@0.2", ["stdout"]],
  ["wasi:cli/stderr@0.2", ["stderr"]],
  ["wasi:clocks/monotonic-clock@0.2", ["clock", "sleep"]],
  ["wasi:clocks/wall-clock@0.2", ["clock"]],
  ["wasi:filesystem/preopens@0.2", ["files"]],
  ["wasi:filesystem/types@0.2", ["files"]],
  ["wasi:random/insecure@0.2", ["random"]],
  ["wasi:random/insecure-seed@0.2", ["random"]],
  ["wasi:random/random@0.2", ["random"]],
  ["wasi:sockets/instance-network@0.2", ["sockets"]],
  ["wasi:sockets/ip-name-lookup@0.2", ["sockets"]],
  ["wasi:sockets/network@0.2", ["sockets"]],
  ["wasi:sockets/tcp@0.2", ["sockets"]],
  ["wasi:sockets/tcp-create-socket@0.2", ["sockets"]],
  ["wasi:sockets/udp@0.2", ["sockets"]],
  ["wasi:sockets/udp-create-socket@0.2", ["sockets"]],
  ["wasi:http/outgoing-handler@0.2", ["http"]],
  ["wasi:config/runtime@0.2.0-draft", ["config"]],
  ["wasi:config/store@0.2.0-draft", ["config"]],
  ["wasi:config/store@0.2.0-rc.1", ["config"]],
  ["wasi:logging/logging", ["logging"]],
  ["wasi:logging/logging@0.1.0-draft", ["logging"]],
  ["wasi:keyvalue/store@0.2.0-draft", ["keyvalue"]],
  ["wasi:keyvalue/store@0.2.0-draft2", ["keyvalue"]],
]);

/**
 * What a plugin that imports this interface may be after. Empty for one that works without any, such as `wasi:cli/exit`,
 * and for one that is not provided.
 */
export function preview2Capabilities(interfaceId: string): readonly Capability[] {
  return capabilities.get(interfaceKey(interfaceId)) ?? [];
}
