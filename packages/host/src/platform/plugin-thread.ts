import { messageOf } from "@polyplug/errors";
import { abandonThread } from "./abandoned-threads.ts";
import { ownProgram } from "./own-program.ts";

/** A thread with a plugin in it. */
export interface PluginThread {
  /** Hands something over: a copy of it, and memory that both threads have then. Throws for what cannot be cloned. */
  give(value: unknown): void;
  /** Takes what was handed over, which is known to have been. */
  take(): unknown;
  /** Whether it keeps the process alive. */
  hold(isHeld: boolean): void;
  terminate(): void;
}

/** How a thread with a plugin in it reaches its host. */
export interface ThreadPort extends Pick<PluginThread, "give" | "take"> {
  /** What the thread was started with. */
  readonly data: unknown;
}

/** Milliseconds after which a thread that was to end is given up. */
const patience = 1_000;

/** Megabytes of the engine's heap that such a thread may fill; it ends then, and not the process. */
const heapMegabytes = 1_024;

/** What is told of such a thread. */
export interface ThreadObserver {
  /** It has ended, and nobody here wanted it to. */
  ended(why: string, cause?: unknown): void;
  /** It has ended, whoever wanted it to, and nothing of it runs any more. */
  gone(): void;
}

/** Starts a thread with `data`. Throws the runtime's error for data that cannot be cloned. */
export function startPluginThread(data: unknown, { ended, gone }: ThreadObserver): PluginThread {
  const { MessageChannel, Worker, receiveMessageOnPort } = process.getBuiltinModule("node:worker_threads");
  const { url, execArgv } = ownProgram("thread");
  const { port1: own, port2: its } = new MessageChannel();
  own.unref();
  let isWanted = true;
  const worker = new Worker(url, {
    workerData: { data, port: its },
    transferList: [its],
    execArgv: [...execArgv],
    argv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  worker.unref();
  const tell = (why: string, cause?: unknown): void => {
    if (isWanted) ended(why, cause);
    isWanted = false;
  };
  worker.on("error", (cause) => tell(`its thread failed: ${messageOf(cause)}`, cause));
  worker.on("exit", (status) => {
    tell(`its thread ended with status ${status}`);
    gone();
  });
  return {
    give: (value) => own.postMessage(value),
    take: () => takeFrom(own, receiveMessageOnPort),
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
    terminate() {
      if (!isWanted) return;
      isWanted = false;
      own.close();
      const giveUp = setTimeout(abandonThread, patience);
      giveUp.unref();
      worker.terminate().then(() => clearTimeout(giveUp));
    },
  };
}

/** What this thread was started with, by {@link startPluginThread}. */
export function threadPort(): ThreadPort {
  const { workerData, receiveMessageOnPort } = process.getBuiltinModule("node:worker_threads");
  const { data, port } = workerData as { data: unknown; port: Port };
  return { data, give: (value) => port.postMessage(value), take: () => takeFrom(port, receiveMessageOnPort) };
}

type Port = import("node:worker_threads").MessagePort;

function takeFrom(port: Port, receive: (port: Port) => { readonly message: unknown } | undefined): unknown {
  const received = receive(port);
  if (received === undefined) throw new TypeError("nothing was handed over");
  return received.message;
}
