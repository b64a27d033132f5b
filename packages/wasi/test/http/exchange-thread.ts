// Runs in a thread of its own, without what resolves packages to their sources for tests.
import { registerHooks } from "node:module";
import { type MessagePort, workerData } from "node:worker_threads";

registerHooks({
  resolve: (specifier, context, next) => {
    const name = /^@polyplug\/([^/]+)$/.exec(specifier)?.[1];
    return next(
      name === undefined ? specifier : new URL(`../../../${name}/src/index.ts`, import.meta.url).href,
      context,
    );
  },
});

interface Asked {
  readonly name: "send" | "wait" | "receive" | "read" | "close";
  readonly args: readonly unknown[];
}

const { port, signal, grant }: { port: MessagePort; signal: Int32Array; grant: object } = workerData;
const { openHttpExchanges } = await import("../../src/http/http-exchanges.ts");
const { startTestServer } = await import("./test-server.ts");
const server = await startTestServer();
const exchanges = openHttpExchanges("guest", { allow: [`http://${server.authority}`], ...grant });

function say(message: unknown): void {
  port.postMessage(message);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}

port.on("message", async ({ name, args }: Asked) => {
  try {
    const answer: unknown = await Reflect.apply(Reflect.get(exchanges, name), exchanges, args);
    say({ answer, heard: server.heard });
  } catch (thrown) {
    say({ payload: Reflect.get(Object(thrown), "payload"), heard: server.heard });
  }
});
say({ answer: server.authority });
