import { type GuestFrame, messageOf, PluginError, type PluginErrorCode, printable } from "@polyplug/errors";
import { type Area, AreaFull, bodyStart } from "./area.ts";

/** An error on its way to the other side, as plain data. */
export type FaultRecord =
  | {
      readonly kind: "plugin";
      readonly fields: Readonly<Record<string, unknown>>;
      readonly stack: string | undefined;
      readonly cause: FaultRecord | undefined;
    }
  /** What a function of the host threw, which has never left the host: its number there. */
  | { readonly kind: "thrown"; readonly id: number; readonly message: string }
  | { readonly kind: "error"; readonly name: string; readonly message: string; readonly stack: string | undefined };

/** Stands on the guest's side for what a function of the host threw. */
export class ThrownByHost extends Error {
  readonly id: number;

  constructor(id: number, message: string) {
    super(message);
    this.id = id;
  }
}

/** Errors that are told of as each other's causes. */
const mostCauses = 8;

export function faultRecord(error: unknown, depth = 0): FaultRecord {
  if (error instanceof ThrownByHost) return { kind: "thrown", id: error.id, message: error.message };
  if (!PluginError.is(error)) {
    const [name, stack] = error instanceof Error ? [error.name, error.stack] : ["Error", undefined];
    return { kind: "error", name, message: messageOf(error), stack };
  }
  const { code, action, reason, plugin, export: called, offset, path, missing, differences, frames, exitCode } = error;
  const fields = { code, action, reason, plugin, export: called, offset, path, missing, differences, frames, exitCode };
  const goesOn = error.cause !== undefined && depth < mostCauses;
  return {
    kind: "plugin",
    fields,
    stack: error.stack,
    cause: goesOn ? faultRecord(error.cause, depth + 1) : undefined,
  };
}

/** The error again. `thrown` has what functions of the host threw. Throws for what is no such record. */
export function errorOf(record: unknown, thrown: (id: number) => unknown, depth = 0): unknown {
  const known = objectOf(record);
  switch (known["kind"]) {
    case "thrown":
      return thrown(numberOf(known["id"]) ?? 0);
    case "error": {
      const error = new Error(printable(textOf(known["message"]) ?? ""));
      error.name = printable(textOf(known["name"]) ?? "Error");
      return withStack(error, known["stack"]);
    }
    case "plugin": {
      const fields = objectOf(known["fields"]);
      const cause = known["cause"];
      const error = new PluginError({
        code: codeOf(fields["code"]),
        action: textOf(fields["action"]) ?? "",
        reason: textOf(fields["reason"]) ?? "",
        plugin: textOf(fields["plugin"]),
        export: textOf(fields["export"]),
        offset: numberOf(fields["offset"]),
        path: textOf(fields["path"]),
        missing: listOf(fields["missing"], (one) => ({
          module: textOf(one["module"]) ?? "",
          name: textOf(one["name"]) ?? "",
          type: textOf(one["type"]) ?? "",
          askedBy: textOf(one["askedBy"]) ?? "",
          cure: textOf(one["cure"]) ?? "",
          hint: textOf(one["hint"]),
        })),
        differences: listOf(fields["differences"], (one) => ({
          path: textOf(one["path"]) ?? "",
          wanted: textOf(one["wanted"]) ?? "",
          found: textOf(one["found"]) ?? "",
          cure: textOf(one["cure"]) ?? "",
        })),
        frames: listOf(fields["frames"], frameOf),
        exitCode: numberOf(fields["exitCode"]),
        cause: cause === undefined || depth > mostCauses ? undefined : errorOf(cause, thrown, depth + 1),
      });
      return withStack(error, known["stack"]);
    }
    default:
      throw new TypeError("it is no fault");
  }
}

/** Writes a record to an area. */
export function writeRecord(area: Area, record: object): void {
  const text = new TextEncoder().encode(JSON.stringify(record));
  area.top = bodyStart + text.length;
  if (area.top > area.bytes.length) throw new AreaFull(area.top);
  area.bytes.set(text, bodyStart);
}

export function readRecord({ bytes, top }: Area): unknown {
  return JSON.parse(new TextDecoder().decode(bytes.slice(bodyStart, top)));
}

function frameOf(one: Readonly<Record<string, unknown>>): GuestFrame {
  return {
    name: printable(textOf(one["name"]) ?? ""),
    index: numberOf(one["index"]) ?? 0,
    offset: numberOf(one["offset"]) ?? 0,
    place: textOf(one["place"]),
  };
}

const codes: Readonly<Record<PluginErrorCode, true>> = {
  unreadable: true,
  "not-wasm": true,
  malformed: true,
  unsupported: true,
  integrity: true,
  "missing-import": true,
  "contract-mismatch": true,
  "not-granted": true,
  "bad-argument": true,
  "bad-result": true,
  trap: true,
  "time-limit": true,
  "memory-limit": true,
  "output-limit": true,
  exited: true,
  poisoned: true,
  disposed: true,
  aborted: true,
  overloaded: true,
};

function codeOf(value: unknown): PluginErrorCode {
  if (typeof value !== "string" || !Object.hasOwn(codes, value)) throw new TypeError("it has no code");
  return value as PluginErrorCode;
}

function withStack(error: Error, stack: unknown): Error {
  if (typeof stack === "string") error.stack = printable(stack);
  return error;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new TypeError("it is no object");
  return value as Readonly<Record<string, unknown>>;
}

function listOf<T>(value: unknown, one: (item: Readonly<Record<string, unknown>>) => T): readonly T[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new TypeError("it is no list");
  return value.map((item) => one(objectOf(item)));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
