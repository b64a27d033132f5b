import { monotonicClock, wallClock } from "./clocks.ts";
import { environment } from "./environment.ts";
import { exit } from "./exit.ts";
import { filesystemTypes, preopens } from "./filesystem.ts";
import { InputStream } from "./input-stream.ts";
import type { MakeInterface } from "./interface-members.ts";
import { IoError } from "./io-error.ts";
import { OutputStream } from "./output-stream.ts";
import { poll } from "./poll.ts";
import { insecure, insecureSeed, random } from "./random.ts";
import { instanceNetwork, ipNameLookup, network, tcp, tcpCreateSocket, udp, udpCreateSocket } from "./sockets.ts";
import { stderr, stdin, stdout } from "./stdio.ts";
import { TerminalInput, TerminalOutput, terminalStderr, terminalStdin, terminalStdout } from "./terminal.ts";

/** What `wasi:cli/imports` has, by names without versions. */
export const interfaces: ReadonlyMap<string, MakeInterface> = new Map<string, MakeInterface>([
  ["wasi:cli/environment", environment],
  ["wasi:cli/exit", exit],
  ["wasi:cli/stdin", stdin],
  ["wasi:cli/stdout", stdout],
  ["wasi:cli/stderr", stderr],
  ["wasi:cli/terminal-input", () => ({ TerminalInput })],
  ["wasi:cli/terminal-output", () => ({ TerminalOutput })],
  ["wasi:cli/terminal-stdin", terminalStdin],
  ["wasi:cli/terminal-stdout", terminalStdout],
  ["wasi:cli/terminal-stderr", terminalStderr],
  ["wasi:clocks/monotonic-clock", monotonicClock],
  ["wasi:clocks/wall-clock", wallClock],
  ["wasi:filesystem/preopens", preopens],
  ["wasi:filesystem/types", filesystemTypes],
  ["wasi:io/error", () => ({ Error: IoError })],
  ["wasi:io/poll", poll],
  ["wasi:io/streams", () => ({ InputStream, OutputStream })],
  ["wasi:random/insecure", insecure],
  ["wasi:random/insecure-seed", insecureSeed],
  ["wasi:random/random", random],
  ["wasi:sockets/instance-network", instanceNetwork],
  ["wasi:sockets/ip-name-lookup", ipNameLookup],
  ["wasi:sockets/network", network],
  ["wasi:sockets/tcp", tcp],
  ["wasi:sockets/tcp-create-socket", tcpCreateSocket],
  ["wasi:sockets/udp", udp],
  ["wasi:sockets/udp-create-socket", udpCreateSocket],
]);
