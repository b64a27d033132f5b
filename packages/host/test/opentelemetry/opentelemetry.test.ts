import { type ContextManager, context, ROOT_CONTEXT, SpanStatusCode, trace } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { loadPlugin } from "@polyplug/host";
import { openTelemetry } from "@polyplug/host/opentelemetry";
import { expect, onTestFinished, test } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

interface Machine {
  twice(n: number): number;
  fail(): void;
}

const machine = wat(`(module
  (import "env" "log" (func $log (param i32) (result i32)))
  (func (export "twice") (param i32) (result i32) (i32.mul (i32.const 2) (call $log (local.get 0))))
  (func (export "fail") unreachable))`);

function recording() {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  return { tracer: provider.getTracer("test"), spans: () => exporter.getFinishedSpans() };
}

test("loading, calls and a restart are spans, with the error of what failed", async () => {
  const { tracer, spans } = recording();
  const plugin = await loadPlugin<Machine>(machine, {
    name: "machine",
    imports: { env: { log: (n: number) => n } },
    onFault: "restart",
    ...openTelemetry({ tracer }),
  });
  plugin.exports.twice(3);
  const error = await failure(() => plugin.exports.fail());
  plugin.exports.twice(4);
  expect(spans().map(({ name }) => name)).toEqual([
    "load machine",
    "call twice",
    "call fail",
    "restart machine",
    "call twice",
  ]);
  const [load, call, failed] = spans();
  expect(load?.attributes).toEqual({ "polyplug.plugin.name": "machine" });
  expect(call?.attributes).toEqual({ "polyplug.plugin.name": "machine", "code.function.name": "twice" });
  expect(call?.status.code).toBe(SpanStatusCode.UNSET);
  expect(failed?.status).toEqual({ code: SpanStatusCode.ERROR, message: error.message });
  expect(failed?.attributes["error.type"]).toBe("trap");
  expect(failed?.events.map(({ name, attributes }) => [name, attributes?.["exception.message"]])).toEqual([
    ["exception", error.message],
  ]);
});

test("a call's span is active while it runs, so that what the host does for it is below it", async () => {
  const { tracer, spans } = recording();
  const stack = [ROOT_CONTEXT];
  const manager: ContextManager = {
    active: () => stack.at(-1) ?? ROOT_CONTEXT,
    with(active, work, self, ...args) {
      stack.push(active);
      try {
        return work.call(self as never, ...args);
      } finally {
        stack.pop();
      }
    },
    bind: (_, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  context.setGlobalContextManager(manager);
  onTestFinished(() => context.disable());
  const log = (n: number): number => {
    tracer.startSpan("host").end();
    return n;
  };
  const plugin = await loadPlugin<Machine>(machine, { imports: { env: { log } }, ...openTelemetry({ tracer }) });
  plugin.exports.twice(3);
  const [host, call] = spans().slice(-2);
  expect([host?.name, call?.name]).toEqual(["host", "call twice"]);
  expect(host?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
});

test("a plugin that cannot be loaded is a span that failed, and took its time", async () => {
  const { tracer, spans } = recording();
  const before = Date.now();
  await failure(() => loadPlugin(new Uint8Array(8), { name: "broken", ...openTelemetry({ tracer }) }));
  const [load, ...others] = spans();
  expect(others).toEqual([]);
  expect(load).toMatchObject({ name: "load broken", attributes: { "error.type": "not-wasm" } });
  const [seconds = 0] = load?.startTime ?? [];
  expect(Math.abs(seconds * 1_000 - before)).toBeLessThan(60_000);
});

test("without a provider that is registered nothing is traced, and calls are what they were", async () => {
  const plugin = await loadPlugin<Machine>(machine, {
    imports: { env: { log: (n: number) => n } },
    ...openTelemetry(),
  });
  expect(plugin.exports.twice(3)).toBe(6);
  expect(trace.getSpan(context.active())).toBeUndefined();
});
