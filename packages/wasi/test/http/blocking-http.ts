import { once } from "node:events";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { ResultError } from "@polyplug/errors";
import type { HttpGrant, HttpTransport } from "@polyplug/wasi";
import { onTestFinished } from "vitest";

export interface BlockingHttp {
  readonly transport: HttpTransport;
  /** Of the server that the grant allows. */
  readonly authority: string;
  /** What that server has heard. */
  heard(): readonly string[];
  /** The functions that were called. */
  readonly called: string[];
}

/** HTTP as a plugin in a thread of its own has it: what sends and what answers are in another, for which this one waits. */
export async function startBlockingHttp(grant: Partial<HttpGrant> = {}): Promise<BlockingHttp> {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("exchange-thread.ts", import.meta.url), {
    workerData: { port: port2, signal, grant },
    transferList: [port2],
  });
  onTestFinished(async () => {
    port1.close();
    await worker.terminate();
  });
  await once(worker, "online");
  let heard: readonly string[] = [];
  const called: string[] = [];
  const hear = (): unknown => {
    Atomics.wait(signal, 0, 0);
    Atomics.store(signal, 0, 0);
    const { message } = receiveMessageOnPort(port1) ?? {};
    heard = message.heard ?? heard;
    if ("payload" in message) throw new ResultError(message.payload);
    return message.answer;
  };
  const ask = (name: string, ...args: readonly unknown[]): unknown => {
    called.push(name);
    port1.postMessage({ name, args });
    return hear();
  };
  return {
    authority: String(hear()),
    called,
    heard: () => heard,
    transport: {
      send: (request) => ask("send", request) as number,
      wait: (exchanges, milliseconds) => ask("wait", exchanges, milliseconds) as readonly number[],
      receive: (exchange) => ask("receive", exchange) as ReturnType<HttpTransport["receive"]>,
      read: (exchange, maxBytes) => ask("read", exchange, maxBytes) as Uint8Array | undefined,
      close: (exchange) => void ask("close", exchange),
    },
  };
}
