import { type GuestFrame, messageOf, PluginError, printable } from "@polyplug/errors";
import type { Preview1 } from "@polyplug/wasi";
import type { CompiledPlugin } from "../compile/compiled-plugin.ts";
import type { End, Life } from "../life/life.ts";
import { HostFailure } from "../link/host-failure.ts";
import { guestFrames } from "./guest-frames.ts";

/** What is needed of an instance to tell what went wrong in it. */
export interface FaultContext {
  readonly life: Life;
  readonly compiled: CompiledPlugin;
  /** Knows of a call that it ended itself, and of what it refused the guest. */
  readonly wasi: Pick<Preview1, "ended" | "denied"> | undefined;
}

/**
 * Turns whatever left the guest into the one `PluginError` for it, and ends the instance: an exit, a limit, a host
 * function that failed, or a trap with the guest's stack.
 */
export function callFault(
  thrown: unknown,
  action: string,
  exported: string | undefined,
  context: FaultContext,
): PluginError {
  const { life, wasi } = context;
  if (life.isDisposed) return life.refusal(action, exported);
  // A guest may catch the signal and then trap by itself: what WASI decided stands.
  if (wasi?.ended?.kind === "exit") {
    const { code: exitCode } = wasi.ended;
    const reason = `the plugin exited with status ${exitCode}${refusals(wasi)}`;
    return finish(
      life,
      "exited",
      new PluginError({ code: "exited", action, reason, exitCode, ...known(life, exported) }),
    );
  }
  if (wasi?.ended?.kind === "fault") {
    return finish(life, "poisoned", wasi.ended.error.within(action, known(life, exported)));
  }
  const failure = life.interruption instanceof HostFailure ? life.interruption : thrown;
  if (failure instanceof HostFailure) {
    const why = failure.code === "bad-result" ? "answered wrongly" : "threw";
    const reason = `host function ${failure.from} ${why}: ${messageOf(failure.cause)}`;
    const frames = guestFrames(failure, context.compiled);
    return finish(life, "poisoned", trap(failure.code, reason, failure.cause, frames, action, exported, life));
  }
  // A call within this one ended the plugin, and the host's own code kept that to itself.
  if (life.isTold) return life.refusal(action, exported);
  const frames = guestFrames(thrown, context.compiled);
  const reason = `${trapReason(thrown)}${refusals(wasi)}`;
  return finish(life, "poisoned", trap("trap", reason, thrown, frames, action, exported, life));
}

function finish(life: Life, end: End, fault: PluginError): PluginError {
  life.finish(end, fault);
  return fault;
}

function known(life: Life, exported: string | undefined): { plugin: string; export: string | undefined } {
  return { plugin: life.plugin, export: exported };
}

function trap(
  code: "trap" | "bad-result",
  reason: string,
  cause: unknown,
  frames: readonly GuestFrame[],
  action: string,
  exported: string | undefined,
  life: Life,
): PluginError {
  const error = new PluginError({ code, action, reason, cause, frames, ...known(life, exported) });
  if (frames.length > 0) error.stack = withGuestFrames(error, frames);
  return error;
}

/** The error's own stack with the guest's frames between its message and the host's frames. */
function withGuestFrames(error: PluginError, frames: readonly GuestFrame[]): string {
  const host = printable(error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  const guest = frames.map(
    ({ name, offset }) => `    at ${name} (${printable(error.plugin ?? "plugin")}.wasm:0x${offset.toString(16)})`,
  );
  return [`${error.name}: ${error.message}`, ...guest, ...host].join("\n");
}

function trapReason(thrown: unknown): string {
  if (thrown instanceof WebAssembly.RuntimeError) return `trap: ${withoutCaller(thrown.message)}`;
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) return "trap: stack exhausted";
  if ("Exception" in WebAssembly && thrown instanceof WebAssembly.Exception) {
    return "trap: an exception of the plugin's was caught by nobody";
  }
  return `trap: ${messageOf(thrown)}`;
}

/** A segment that does not fit is told of by what instantiates, which is nothing to the reader. */
function withoutCaller(message: string): string {
  return message.replace(/^WebAssembly\.\w+\(\): /, "");
}

/** Some runtimes trap when a capability is refused them, and do not say so. */
function refusals(wasi: FaultContext["wasi"]): string {
  const denied = [...(wasi?.denied ?? [])];
  if (denied.length === 0) return "";
  return ` (before, it was refused ${denied.join(" and ")}, which ${denied.length === 1 ? "is" : "are"} not granted)`;
}
