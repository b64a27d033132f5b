import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { Worker } from "node:worker_threads";
import { loadPlugin } from "@polyplug/host";
import { adderOf } from "../adder-of.ts";
import { measure, type Way } from "../measure.ts";
import { type Row, rowOf } from "../row.ts";
import type { Settings } from "../settings.ts";
import { medianTurn } from "./median-turn.ts";

interface Adder {
  adder(a: number, b: number): number;
}

/** Something that is done again and again, and what is left to do in the end. */
interface Round {
  readonly turn: () => unknown;
  readonly end: () => unknown;
}

/**
 * Calls of plugins in threads and processes of their own, beside the least that a runtime takes to get there and back.
 * They are timed by the clock, one by one: most of it is waiting.
 */
export async function tierCalls(settings: Settings): Promise<Row[]> {
  const rounds: Round[] = [];
  const way = async (party: string, make: () => Promise<Round>): Promise<Way> => {
    const round = await make();
    rounds.push(round);
    return { party, ready: () => () => medianTurn(round.turn, settings.sliceMilliseconds) };
  };
  const calling = (isolation: "inline" | "worker" | "process") => async (): Promise<Round> => {
    const { exports, dispose } = await load(isolation);
    return { turn: () => exports.adder(1, 7), end: dispose };
  };
  try {
    const [message, pipe, inline, worker, child] = [
      await way("baseline", messageRound),
      await way("baseline", pipeRound),
      await way("inline", calling("inline")),
      await way("ours", calling("worker")),
      await way("ours", calling("process")),
    ];
    return [
      rowOf(
        {
          case: "one call on the worker tier",
          unit: "us",
          against: "postMessage and back",
          measure: "amount",
          target: 5,
        },
        await measure([message, worker, inline], settings),
      ),
      rowOf(
        { case: "one call on the process tier", unit: "us", against: "a pipe and back", measure: "ratio", target: 1.3 },
        await measure([pipe, child, inline], settings),
      ),
    ];
  } finally {
    for (const { end } of rounds) await end();
  }
}

async function load(isolation: "inline" | "worker" | "process"): Promise<{ exports: Adder; dispose: () => void }> {
  const options = { isolation } as { isolation: "inline" };
  const plugin = await loadPlugin<Adder>(adderOf(500), options);
  return { exports: plugin.exports, dispose: () => plugin.dispose() };
}

/** A message of a few bytes to a thread that sends it back. */
async function messageRound(): Promise<Round> {
  const echo = `const { parentPort } = require("node:worker_threads");
    parentPort.on("message", (message) => parentPort.postMessage(message));`;
  const worker = new Worker(echo, { eval: true });
  await once(worker, "online");
  let answered: (value: unknown) => void = () => undefined;
  worker.on("message", (message) => answered(message));
  const turn = (): Promise<unknown> =>
    new Promise((resolve) => {
      answered = resolve;
      worker.postMessage([1, 7]);
    });
  return { turn, end: () => worker.terminate() };
}

/** As many bytes as a call takes, to a process that writes them back. */
async function pipeRound(): Promise<Round> {
  const echo = `const fs = require("node:fs"), bytes = Buffer.alloc(65536);
    for (let n; (n = fs.readSync(0, bytes)) > 0; ) fs.writeSync(1, bytes, 0, n);`;
  const child = spawn(process.execPath, ["-e", echo], { stdio: ["pipe", "pipe", "ignore"] });
  const [stdin, stdout]: [Writable, Readable] = [child.stdin, child.stdout];
  let answered: (value: unknown) => void = () => undefined;
  stdout.on("data", (bytes) => answered(bytes));
  const message = Buffer.alloc(28);
  const turn = (): Promise<unknown> =>
    new Promise((resolve) => {
      answered = resolve;
      stdin.write(message);
    });
  await turn();
  return { turn, end: () => child.kill() };
}
