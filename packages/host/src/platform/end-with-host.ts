import { startThread } from "./node.ts";

/** Milliseconds between two looks for the host. */
const interval = 250;

/** The process that started this one is another's child, or nobody's, once it has ended: its own children get a new parent. */
const program = `"use strict";
const host = process.ppid;
const never = new Int32Array(new SharedArrayBuffer(4));
for (;;) {
  Atomics.wait(never, 0, 0, ${interval});
  if (process.ppid !== host) process.kill(process.pid, "SIGKILL");
}`;

/**
 * Sees to it that this process ends soon after the one that started it, whatever a plugin does in it: a host that is killed
 * closes its pipes, and a plugin in an endless loop never looks at them.
 */
export function endWithHost(): void {
  startThread(program, undefined);
}
