import { bell, calls, callWords, depth, generation, overdue, top, watch } from "./board.ts";

/** Milliseconds between two looks at the boards while calls run: how late a call may be ended. */
const interval = 1;
/** Looks at empty boards before it sleeps until it is woken. */
const patience = 50;

/**
 * What the watchdog's thread runs: it looks at the boards again and again, and ends the innermost call of each when that, or
 * one further out of the same instance, has been there for as long as it may take. It sleeps while nothing runs. A text,
 * since a thread is started from one without a file of its own.
 */
export const watchdogProgram: string = `"use strict";
const { receiveMessageOnPort, workerData } = require("node:worker_threads");
const { data, port } = workerData;
const bell = new Int32Array(data);
const boards = [];
let idle = 0;
Atomics.store(bell, ${bell.watch}, ${watch.awake});
for (;;) {
  while (boards.length < Atomics.load(bell, ${bell.boards})) {
    const given = receiveMessageOnPort(port);
    if (given === undefined) break;
    boards.push({ words: new Int32Array(given.message), generation: 0, seen: [] });
  }
  let rest = Infinity;
  for (const board of boards) rest = Math.min(rest, look(board));
  if (rest < Infinity) idle = 0;
  else if (++idle > ${patience}) {
    idle = 0;
    for (const { seen } of boards) seen.length = 0;
    Atomics.store(bell, ${bell.watch}, ${watch.asleep});
    if (isQuiet()) Atomics.wait(bell, ${bell.watch}, ${watch.asleep});
    Atomics.store(bell, ${bell.watch}, ${watch.awake});
    continue;
  }
  Atomics.wait(bell, ${bell.nap}, 0, rest > 0 ? Math.min(rest, ${interval}) : ${interval});
}
function isQuiet() {
  return boards.length === Atomics.load(bell, ${bell.boards}) && boards.every(({ words }) => Atomics.load(words, ${depth}) === 0);
}
function look(board) {
  const { words, seen } = board;
  const calls = Atomics.load(words, ${depth});
  if (board.generation !== words[${generation}]) {
    board.generation = words[${generation}];
    seen.length = 0;
  }
  if (calls === 0) return Infinity;
  const now = performance.now();
  const innermost = ${calls} + (calls - 1) * ${callWords};
  const instance = words[innermost + 1];
  const call = words[innermost];
  let rest = Number.MAX_VALUE;
  for (let index = 0; index < calls; index++) {
    const at = ${calls} + index * ${callWords};
    if (seen[index]?.call !== words[at]) seen[index] = { call: words[at], since: now - before(words[at + 3]) };
    if (words[at + 1] === instance) rest = Math.min(rest, seen[index].since + words[at + 2] - now);
  }
  if (rest <= 0) Atomics.compareExchange(words, ${top}, call, call | ${overdue});
  return rest;
}
function before(start) {
  return start === 0 ? 0 : Math.max(0, (Date.now() - start) | 0);
}`;
