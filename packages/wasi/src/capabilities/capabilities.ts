import { messageOf, PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { type Grant, grantKeys } from "../grant.ts";
import type { HttpTransport } from "../http/http-transport.ts";
import type { KeyValueBucket } from "../service-grants.ts";
import type { TreeLayer } from "../tree/tree-layer.ts";
import { openArguments } from "./arguments.ts";
import { openBuckets } from "./buckets.ts";
import { type Clock, openClock } from "./clock.ts";
import { openConfig } from "./config.ts";
import { openEnvironment } from "./environment.ts";
import type { openFiles } from "./files.ts";
import { openHttp } from "./http.ts";
import { type InputStream, openInput } from "./input.ts";
import { LastWords } from "./last-words.ts";
import { type Log, openLog } from "./log.ts";
import { nameOf } from "./name-of.ts";
import { nullOutput, type OutputStream, openOutput } from "./output.ts";
import type { OutputBudget } from "./output-bound.ts";
import { ownProperties } from "./own-properties.ts";
import { openRandom, type Random } from "./random.ts";
import { openSleep, type Sleep } from "./sleep.ts";

type OpenFiles = typeof openFiles;

/** What one plugin holds, whichever face of WASI it looks at. An absent capability was not granted. */
export interface Capabilities {
  /** The command line in UTF-8, without NULs. */
  readonly args: readonly Uint8Array[];
  /** `NAME=value` in UTF-8, without NULs. */
  readonly env: readonly Uint8Array[];
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: LastWords;
  readonly clock: Clock | undefined;
  readonly random: Random | undefined;
  readonly sleep: Sleep | undefined;
  readonly files: TreeLayer | undefined;
  readonly config: ReadonlyMap<string, string> | undefined;
  readonly log: Log;
  readonly buckets: ReadonlyMap<string, KeyValueBucket> | undefined;
  readonly http: HttpTransport | undefined;
}

/** Checks a grant and makes the capabilities of it, for one plugin. Throws `bad-argument` for what it does not know. */
export async function openCapabilities(
  grant: Grant | undefined,
  plugin: string,
  output: OutputBudget = { allowed: undefined, used: 0 },
): Promise<Capabilities> {
  try {
    const granted: Grant = ownProperties(checkShape(grant, plugin) ?? {});
    refuseUnknownKeys(`grant capabilities to ${plugin}`, "grant", granted, grantKeys);
    // Few plugins have files, and what they take is a fifth of all that WASI is.
    const files = granted.files === undefined ? undefined : await import("./files.ts");
    return openGranted(granted, plugin, output, files?.openFiles);
  } catch (cause) {
    if (PluginError.is(cause)) throw cause;
    // A getter or a proxy of the host's own.
    throw badGrant(plugin, `it cannot be read: ${messageOf(cause)}`, cause);
  }
}

/** What a plugin holds to which nothing is granted. */
export function noCapabilities(plugin: string): Capabilities {
  return openGranted({}, plugin, { allowed: undefined, used: 0 }, undefined);
}

function openGranted(
  granted: Grant,
  plugin: string,
  output: OutputBudget,
  openFiles: OpenFiles | undefined,
): Capabilities {
  const clock = openClock(plugin, granted.clock);
  const stderr = granted.stderr === undefined ? undefined : openOutput(plugin, "stderr", granted.stderr, output);
  return {
    args: openArguments(plugin, granted.args),
    env: openEnvironment(plugin, granted.env),
    stdin: openInput(plugin, granted.stdin),
    stdout: granted.stdout === undefined ? nullOutput : openOutput(plugin, "stdout", granted.stdout, output),
    stderr: new LastWords(stderr),
    clock,
    random: openRandom(plugin, granted.random),
    sleep: openSleep(plugin, granted.sleep, clock),
    files: openFiles?.(plugin, granted.files, clock),
    config: openConfig(plugin, granted.config),
    log: openLog(plugin, granted.logging, output),
    buckets: openBuckets(plugin, granted.keyvalue),
    http: openHttp(plugin, granted.http),
  };
}

function checkShape(grant: Grant | undefined, plugin: string): Grant | undefined {
  if (grant === undefined || (typeof grant === "object" && grant !== null && !Array.isArray(grant))) return grant;
  throw badGrant(plugin, `expected an object, got ${nameOf(grant)}`);
}

function badGrant(plugin: string, reason: string, cause?: unknown): PluginError {
  const action = `grant capabilities to ${plugin}`;
  return new PluginError({ code: "bad-argument", action, reason, plugin, path: "grant", cause });
}
