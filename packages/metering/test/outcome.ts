import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Metering } from "@polyplug/metering";
import { forTime, memoryDescriptors, meter, newPage } from "./instance.ts";

/** How a guest ended that another thread told to. */
export interface Outcome {
  /** The error's name and message, or `returned`. */
  readonly how: string;
  /** Milliseconds from when it was told to. */
  readonly after: number;
}

/**
 * What runs the guest. Of its host functions `again` calls its export `run`, and `begun` says that it has come to where
 * it runs for ever: without that it has from the beginning.
 */
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const { bytes, namespace, memories, page, calls } = workerData;
const own = Object.fromEntries(memories.map((type, index) => ["memory " + index, new WebAssembly.Memory(type)]));
let instance;
const begun = () => parentPort.postMessage("begun");
const env = { again: (depth) => instance.exports.run(depth), begun };
const module = new WebAssembly.Module(bytes);
if (!WebAssembly.Module.imports(module).some(({ name }) => name === "begun")) begun();
let how = "returned";
try {
  instance = new WebAssembly.Instance(module, { env, [namespace]: { ...own, page } });
  for (const { name, args } of calls) instance.exports[name](...args);
} catch (error) {
  how = error.name + ": " + error.message;
}
parentPort.postMessage({ how, at: performance.timeOrigin + performance.now() });
`;

/** A call of an export. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** How long a guest runs before it is told to end. By then the engine has compiled its functions a second time. */
const head = 50;
/** How long it may go on after that: far longer than any needs, far shorter than for ever. */
const patience = 10_000;

/** Runs a guest in a thread of its own, and tells it to end after a while by storing 1 in its page. */
export async function endedBy(
  bytes: Uint8Array<ArrayBuffer>,
  calls: readonly Call[] = [{ name: "run", args: [] }],
  metering: Metering = forTime,
): Promise<Outcome> {
  const metered = meter(bytes, metering);
  const page = newPage();
  const { bytes: code, namespace } = metered;
  const workerData = { bytes: code, namespace, memories: memoryDescriptors(metered), page, calls };
  const worker = new Worker(program, { eval: true, workerData });
  const messages = on(worker, "message");
  let timer: NodeJS.Timeout | undefined;
  try {
    await messages.next();
    timer = setTimeout(() => worker.emit("error", new Error(`it ran on for ${patience} ms`)), patience);
    await new Promise((resolve) => setTimeout(resolve, head));
    const told = performance.timeOrigin + performance.now();
    Atomics.store(new Uint8Array(page.buffer), 0, 1);
    const { value } = await messages.next();
    const [ended] = value as [{ how: string; at: number }];
    return { how: ended.how, after: ended.at - told };
  } finally {
    clearTimeout(timer);
    // What does not end cannot be waited for.
    void worker.terminate();
  }
}
