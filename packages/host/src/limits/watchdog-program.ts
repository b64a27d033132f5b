import { asleep, calls, callWords, depth, nap, top } from "./board.ts";

/** Milliseconds between two looks at the board while calls run: how late a call may be ended. */
const interval = 1;
/** Looks at an empty board before it sleeps until it is woken. */
const patience = 50;

/**
 * What the watchdog's thread runs: it looks at the board again and again, and ends the innermost call when that, or one
 * further out of the same instance, has been there for as long as it may take. It sleeps while nothing runs. A text, since
 * a thread is started from one without a file of its own.
 */
export const watchdogProgram: string = `"use strict";
const { workerData } = require("node:worker_threads");
const board = new Int32Array(workerData);
const seen = [];
let idle = 0;
for (;;) {
  const calls = Atomics.load(board, ${depth});
  if (calls === 0 && ++idle > ${patience}) {
    seen.length = idle = 0;
    Atomics.store(board, ${asleep}, 1);
    if (Atomics.load(board, ${depth}) === 0) Atomics.wait(board, ${asleep}, 1);
    Atomics.store(board, ${asleep}, 0);
    continue;
  }
  if (calls > 0) idle = 0;
  const now = performance.now();
  const innermost = ${calls} + (calls - 1) * ${callWords};
  const instance = board[innermost + 1];
  let rest = Infinity;
  for (let index = 0; index < calls; index++) {
    const at = ${calls} + index * ${callWords};
    if (seen[index]?.call !== board[at]) seen[index] = { call: board[at], since: now };
    if (board[at + 1] === instance) rest = Math.min(rest, seen[index].since + board[at + 2] - now);
  }
  const call = board[innermost];
  if (rest <= 0) Atomics.compareExchange(board, ${top}, call, call | 1);
  Atomics.wait(board, ${nap}, 0, rest > 0 ? Math.min(rest, ${interval}) : ${interval});
}`;
