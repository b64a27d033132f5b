import { messageOf, PluginError, printable, printableLine } from "@polyplug/errors";
import type { WasiFace } from "@polyplug/wasi";
import type { CompiledPlugin } from "../compile/compiled-plugin.ts";
import type { End, Life } from "../life/life.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import { HostFailure } from "../link/host-failure.ts";
import type { Abort, CallSite } from "./abort.ts";
import type { AbortRecords } from "./abort-record.ts";
import { engineMessage, isStackExhausted, isUnreachable } from "./engine-message.ts";
import { ownPlace } from "./frame-places.ts";
import { guestFrames } from "./guest-frames.ts";
import { lastWords } from "./last-words.ts";
import { readPanic } from "./read-panic.ts";

/** What is needed of an instance to tell what went wrong in it. */
export interface FaultContext {
  readonly life: Life;
  readonly compiled: CompiledPlugin;
  /** The faces of WASI that it looks at: they know of an end that was the guest's own, and of what it was refused. */
  readonly wasi: readonly WasiFace[];
  /** What its modules say of an abort. */
  readonly aborts: AbortRecords;
  /** What holds its calls to limits, where there are any. */
  readonly limits?: CallLimits | undefined;
}

/** A way into the guest, as errors tell of it. */
export interface GuestCall {
  /** What the caller wanted: `call adder`, `load ./shout.wasm`. */
  readonly action: string;
  readonly exported?: string;
  /** What was running for it, where that is not the caller's own call: `_initialize`, `its start function`. */
  readonly step?: string;
}

/**
 * Turns whatever left the guest into the one `PluginError` for it, and ends the instance: an exit, a limit, a host
 * function that failed, or a trap with the guest's stack.
 */
export function callFault(thrown: unknown, call: GuestCall, context: FaultContext): PluginError {
  const { life, wasi } = context;
  const ended = wasi.find((face) => face.ended !== undefined)?.ended;
  const { action, exported, step } = call;
  if (life.isDisposed) return life.refusal(action, exported);
  const about = (reason: string) => ({
    action,
    reason: step === undefined ? reason : `${step}: ${reason}`,
    plugin: life.plugin,
    export: exported,
  });
  // A guest may catch the signal and then trap by itself: what WASI decided stands.
  if (ended?.kind === "exit") {
    const { code: exitCode } = ended;
    const told = about(`the plugin exited with status ${exitCode}${notes(refused(wasi), unheard(wasi))}`);
    return finish(life, "exited", new PluginError({ code: "exited", exitCode, ...told }));
  }
  if (ended?.kind === "fault") {
    const { error } = ended;
    return finish(life, "poisoned", error.within(action, about(error.reason)));
  }
  const failure = life.interruption instanceof HostFailure ? life.interruption : thrown;
  if (failure instanceof HostFailure) {
    const { code, cause, from } = failure;
    const reason = `host function ${from} ${code === "bad-result" ? "answered wrongly" : "threw"}: ${shortened(messageOf(cause))}`;
    const frames = guestFrames(failure, context.compiled);
    return finish(life, "poisoned", withGuestStack(new PluginError({ code, cause, frames, ...about(reason) })));
  }
  // A call within this one ended the plugin, and the host's own code kept that to itself.
  if (life.interruption === undefined && life.hasEnded) return life.refusal(action, exported);
  // What ended it within an import stands, whatever the guest made of that.
  const fault = life.interruption ?? thrown;
  if (PluginError.is(fault)) return finish(life, "poisoned", brokenRule(fault, call, context));
  const frames = guestFrames(fault, context.compiled);
  // Runtimes that are refused memory give up by the instruction that does nothing else.
  const breach = context.limits?.breach ?? (isUnreachable(fault) ? context.limits?.starved : undefined);
  if (breach !== undefined) {
    const { code, path, reason } = breach;
    const late = new PluginError({ code, cause: fault, frames, path, ...about(reason) });
    return finish(life, "poisoned", withGuestStack(late));
  }
  const abort = context.aborts.read() ?? panicOf(fault, wasi);
  const path = abort?.place ?? ownPlace(frames);
  const place = path === undefined ? [] : [path];
  const reason =
    abort === undefined
      ? `trap: ${trapReason(fault)}${notes(place, refused(wasi), unheard(wasi))}`
      : `trap: ${abort.message || "it aborted"}${notes(place, refused(wasi))}`;
  const trap = new PluginError({ code: "trap", cause: fault, frames, path, ...about(reason) });
  return finish(life, "poisoned", withGuestStack(trap, abort?.calls));
}

/** Characters of what a host function threw that a message repeats; the cause has it whole. */
const longest = 2 ** 12;

/** Where plugin and host call each other until the stack ends, each message has that of the call within it. */
function shortened(message: string): string {
  return message.length > longest ? `${message.slice(0, longest)}…` : message;
}

/** A rule of the canonical ABI that the guest broke: what found it says it best. */
function brokenRule(error: PluginError, { exported }: GuestCall, { life, compiled }: FaultContext): PluginError {
  const frames = guestFrames(error, compiled);
  return withGuestStack(error.within(error.action, { plugin: life.plugin, export: exported, frames }));
}

function finish(life: Life, end: End, fault: PluginError): PluginError {
  life.finish(end, fault);
  return fault;
}

/**
 * The error with the guest's calls in its stack, between its message and the host's frames: first those that its runtime
 * told of, which it may have run in an engine of its own, then those that the host's engine did.
 */
function withGuestStack(error: PluginError, calls: readonly CallSite[] = []): PluginError {
  const { frames = [] } = error;
  if (frames.length + calls.length === 0) return error;
  const host = printable(error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  const told = calls.map(({ name, place }) => `    at ${printableLine(name)} (${printableLine(place)})`);
  const file = printableLine(error.plugin ?? "plugin");
  const guest = frames.map(({ name, offset, place }) => {
    return `    at ${name} (${place === undefined ? `${file}.wasm:0x${offset.toString(16)}` : printableLine(place)})`;
  });
  error.stack = [`${error.name}: ${error.message}`, ...told, ...guest, ...host].join("\n");
  return error;
}

function trapReason(thrown: unknown): string {
  if (isStackExhausted(thrown)) return "stack exhausted";
  if ("Exception" in WebAssembly && thrown instanceof WebAssembly.Exception) {
    return "an exception of the plugin's was caught by nobody";
  }
  return engineMessage(thrown);
}

/** What a plugin said on stderr and then trapped for: no runtime ends a panic in another way. */
function panicOf(fault: unknown, wasi: FaultContext["wasi"]): Abort | undefined {
  if (!isUnreachable(fault)) return undefined;
  for (const { lastWords: said } of wasi) {
    const panic = readPanic(said);
    if (panic !== undefined) return panic;
  }
  return undefined;
}

/** Some runtimes trap when a capability is refused them, and do not say so. */
function refused(wasi: FaultContext["wasi"]): readonly string[] {
  const denied = [...new Set(wasi.flatMap((face) => [...face.denied]))];
  if (denied.length === 0) return [];
  const are = denied.length === 1 ? "is" : "are";
  return [`before, it was refused ${denied.join(" and ")}, which ${are} not granted`];
}

/** Others say it where nobody listens. */
function unheard(wasi: FaultContext["wasi"]): readonly string[] {
  return wasi.flatMap((face) => (face.stderrGranted ? [] : lastWords(face.lastWords)));
}

function notes(...lists: readonly (readonly string[])[]): string {
  const all = lists.flat();
  return all.length === 0 ? "" : ` (${all.join("; ")})`;
}
