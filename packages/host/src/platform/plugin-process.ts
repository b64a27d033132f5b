import type { ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { messageOf, PluginError } from "@polyplug/errors";
import { runtimeName } from "./node.ts";
import { ownProgram } from "./own-program.ts";
import { readablePaths } from "./readable-paths.ts";

/** A process with a plugin in it. */
export interface PluginProcess {
  /** Writes to its stdin. What is written must stay as it is until the process has answered. */
  write(bytes: Uint8Array): void;
  /** Whether it keeps this process alive. */
  hold(isHeld: boolean): void;
  kill(): void;
}

/** What is told of such a process. */
export interface ProcessObserver {
  /** It has written to its stdout. */
  wrote(bytes: Uint8Array): void;
  /** It has ended, and nobody here wanted it to. */
  ended(why: string, cause?: unknown): void;
}

/**
 * Starts a process with no environment, none of this one's files and handles but the two pipes, and, by the permission
 * model of Node.js, no right to read anything but this program, to write, to start processes, or to load native code. It
 * has a thread of its own that ends it when this process is no more.
 *
 * See {@link https://nodejs.org/api/permissions.html#process-based-permissions | Node.js, permissions}.
 */
export function startPluginProcess({ wrote, ended }: ProcessObserver): PluginProcess {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const { fileURLToPath } = process.getBuiltinModule("node:url");
  const { url, execArgv } = ownProgram("child");
  const program = fileURLToPath(url);
  const permission = permissionFlag();
  const allowed = readablePaths(program).map((path) => `--allow-fs-read=${path}`);
  const child = spawn(
    process.execPath,
    ["--no-warnings", permission, "--allow-worker", ...allowed, ...execArgv, program],
    {
      env: {},
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
    },
  );
  const pipes = [child.stdin as Socket, child.stdout as Socket] as const;
  let isWanted = true;
  const tell = (why: string, cause?: unknown): void => {
    if (isWanted) ended(why, cause);
    isWanted = false;
  };
  const [stdin, stdout] = pipes;
  stdout.on("data", (bytes: Uint8Array) => {
    if (isWanted) wrote(bytes);
  });
  // A pipe whose other end is gone tells so as well; that the process has ended says more, and comes soon after.
  for (const pipe of pipes) pipe.on("error", () => child.kill("SIGKILL"));
  child.on("error", (cause) => tell(`its process failed: ${messageOf(cause)}`, cause));
  child.on("exit", (status, signal) => {
    tell(signal === null ? `its process ended with status ${status}` : `its process was ended by ${signal}`);
  });
  const hold = (isHeld: boolean): void => holdAll(child, pipes, isHeld);
  hold(false);
  return {
    write: (bytes) => stdin.write(bytes),
    hold,
    kill() {
      if (!isWanted) return;
      isWanted = false;
      child.kill("SIGKILL");
      for (const pipe of pipes) pipe.destroy();
    },
  };
}

/** What turns the permission model on, which has had two names. */
function permissionFlag(): string {
  const known = process.allowedNodeEnvironmentFlags;
  const flag = ["--permission", "--experimental-permission"].find((one) => known?.has(one));
  if (flag !== undefined) return flag;
  const reason = `isolation: ${runtimeName()} has no permission model for processes, as Node.js has; use "worker"`;
  throw new PluginError({ code: "unsupported", action: "start a process", reason, path: "isolation" });
}

function holdAll(child: ChildProcess, pipes: readonly Socket[], isHeld: boolean): void {
  for (const one of [child, ...pipes]) {
    if (isHeld) one.ref();
    else one.unref();
  }
}

/** The pipes of a process that {@link startPluginProcess} started, from within it. */
export interface HostPipes {
  /** Waits until there is something to read, and gives how much was read. Ends the process where the host is no more. */
  read(bytes: Uint8Array, offset: number, length: number): number;
  /** Writes these bytes from `start` to `end`, however long that takes. */
  write(bytes: Uint8Array, start: number, end: number): void;
}

export function hostPipes(): HostPipes {
  const { readSync, writeSync } = process.getBuiltinModule("node:fs");
  return {
    read(bytes, offset, length) {
      const read = readSync(0, bytes, offset, length, null);
      if (read === 0) process.exit(0);
      return read;
    },
    write(bytes, start, end) {
      for (let at = start; at < end; ) at += writeSync(1, bytes, at, end - at);
    },
  };
}

/** What is written to a process to hand it a value, and back again there. Throws for what cannot be cloned. */
export function serialized(value: unknown): Uint8Array {
  return process.getBuiltinModule("node:v8").serialize(value);
}

export function deserialized(bytes: Uint8Array): unknown {
  return process.getBuiltinModule("node:v8").deserialize(bytes);
}
