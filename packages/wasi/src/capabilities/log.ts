import { printableLine, refuseUnknownKeys } from "@polyplug/errors";
import type { Grant } from "../grant.ts";
import { type LogEntry, type LoggingGrant, type LogLevel, type LogSink, logLevels } from "../service-grants.ts";
import { nameOf } from "./name-of.ts";
import { OutputBound, type OutputBudget, readMaxBytes } from "./output-bound.ts";
import { ownProperties } from "./own-properties.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** Takes an entry, or ends the plugin with a `PluginError`. */
export type Log = (entry: LogEntry) => void;

/** Where nobody asked for what is logged, it costs nothing. */
export function openLog(plugin: string, grant: Grant["logging"], budget: OutputBudget): Log {
  if (grant === undefined) return () => undefined;
  const { to, level, maxBytes } = readGrant(plugin, grant);
  const least = logLevels.indexOf(readLevel(plugin, level));
  const bound = new OutputBound(plugin, "logging", readMaxBytes(plugin, "logging", maxBytes), budget);
  const take = openSink(plugin, to);
  return (entry) => {
    if (logLevels.indexOf(entry.level) < least) return;
    const { context, message } = entry;
    // What is escaped takes up to eight times the room: of a gigabyte only as much is looked at as may come out.
    const most = bound.room + 1;
    const cut = { ...entry, context: context.slice(0, most), message: message.slice(0, most) };
    const line = new TextEncoder().encode(lineOf(cut));
    const left = context.length - cut.context.length + message.length - cut.message.length;
    bound.pass(line.length + left, (fitting) => take(entry, line, fitting));
  };
}

/** Control characters and the ends of lines are escaped: what is written must not pass for two entries. */
function lineOf({ level, context, message }: LogEntry): string {
  return `${level} ${context === "" ? "" : `${printableLine(context)}: `}${printableLine(message)}\n`;
}

type TakeEntry = (entry: LogEntry, line: Uint8Array, fitting: number) => void;

function openSink(plugin: string, sink: LogSink): TakeEntry {
  if (typeof sink === "function") {
    return (entry, { length }, fitting) => {
      // Of an entry there is no half.
      if (fitting === length) sink(entry);
    };
  }
  if (typeof sink === "object" && sink !== null && typeof sink.write === "function") {
    return (_, line, fitting) => void sink.write(line.subarray(0, fitting));
  }
  return refuseGrant(plugin, "logging", `expected a function or an object with a write method, got ${nameOf(sink)}`);
}

function readGrant(plugin: string, grant: LogSink | LoggingGrant): LoggingGrant {
  if (typeof grant !== "object" || grant === null || !Object.hasOwn(grant, "to")) return { to: grant as LogSink };
  const own = ownProperties(grant as LoggingGrant);
  refuseUnknownKeys(`grant logging to ${plugin}`, "grant.logging", own, ["to", "level", "maxBytes"]);
  return own;
}

function readLevel(plugin: string, level: unknown): LogLevel {
  if (level === undefined) return "trace";
  const known = logLevels.find((one) => one === level);
  if (known !== undefined) return known;
  return refuseGrant(plugin, "logging", `level: expected one of ${logLevels.join(", ")}, got ${nameOf(level)}`);
}
