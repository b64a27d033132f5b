import { monotonicClock, timezone, wallClock } from "./clocks.ts";
import { environment } from "./environment.ts";
import { exit } from "./exit.ts";
import { InputStream } from "./input-stream.ts";
import type { InterfaceTable, MakeInterface } from "./interface-members.ts";
import { IoError } from "./io-error.ts";
import { OutputStream } from "./output-stream.ts";
import { poll } from "./poll.ts";
import { insecure, insecureSeed, random } from "./random.ts";
import { instanceNetwork, ipNameLookup, network, tcp, tcpCreateSocket, udp, udpCreateSocket } from "./sockets.ts";
import { stderr, stdin, stdout } from "./stdio.ts";
import { TerminalInput, TerminalOutput, terminalStderr, terminalStdin, terminalStdout } from "./terminal.ts";

/** What `wasi:cli/imports` has beside files. */
const standard: InterfaceTable = [
  ["wasi:cli/environment@0.2", environment],
  ["wasi:cli/exit@0.2", exit],
  ["wasi:cli/stdin@0.2", stdin],
  ["wasi:cli/stdout@0.2", stdout],
  ["wasi:cli/stderr@0.2", stderr],
  ["wasi:cli/terminal-input@0.2", () => ({ TerminalInput })],
  ["wasi:cli/terminal-output@0.2", () => ({ TerminalOutput })],
  ["wasi:cli/terminal-stdin@0.2", terminalStdin],
  ["wasi:cli/terminal-stdout@0.2", terminalStdout],
  ["wasi:cli/terminal-stderr@0.2", terminalStderr],
  ["wasi:clocks/monotonic-clock@0.2", monotonicClock],
  ["wasi:clocks/timezone@0.2", timezone],
  ["wasi:clocks/wall-clock@0.2", wallClock],
  ["wasi:io/error@0.2", () => ({ Error: IoError })],
  ["wasi:io/poll@0.2", poll],
  ["wasi:io/streams@0.2", () => ({ InputStream, OutputStream })],
  ["wasi:random/insecure@0.2", insecure],
  ["wasi:random/insecure-seed@0.2", insecureSeed],
  ["wasi:random/random@0.2", random],
  ["wasi:sockets/instance-network@0.2", instanceNetwork],
  ["wasi:sockets/ip-name-lookup@0.2", ipNameLookup],
  ["wasi:sockets/network@0.2", network],
  ["wasi:sockets/tcp@0.2", tcp],
  ["wasi:sockets/tcp-create-socket@0.2", tcpCreateSocket],
  ["wasi:sockets/udp@0.2", udp],
  ["wasi:sockets/udp-create-socket@0.2", udpCreateSocket],
];

/** What is larger and not every plugin asks for, by the packages of WIT that have it. */
const further: ReadonlyMap<string, () => Promise<InterfaceTable>> = new Map([
  ["wasi:filesystem", filesystem],
  ["wasi:http", http],
  ["wasi:config", services],
  ["wasi:logging", services],
  ["wasi:keyvalue", services],
]);

async function filesystem(): Promise<InterfaceTable> {
  return (await import("./filesystem/filesystem.ts")).filesystem;
}

async function http(): Promise<InterfaceTable> {
  return (await import("./http/http.ts")).http;
}

async function services(): Promise<InterfaceTable> {
  return (await import("./services/services.ts")).services;
}

/** Every interface that a plugin can be provided with which imports these, by their keys. */
export async function loadInterfaces(ids: Iterable<string>): Promise<ReadonlyMap<string, MakeInterface>> {
  const loads = new Set([...ids].map((id) => further.get(id.replace(/\/.*$/, ""))));
  const tables = await Promise.all([...loads].map((load) => load?.()));
  return new Map([...standard, ...tables.flatMap((table) => table ?? [])]);
}
