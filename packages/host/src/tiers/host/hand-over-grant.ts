import { canonicalPassages } from "@polyplug/abi";
import type { Grant, Output, OutputGrant, Sink } from "@polyplug/wasi";
import {
  type DistantGrant,
  type DistantInput,
  type DistantOutput,
  inputType,
  sinkType,
} from "../wire/distant-grant.ts";
import { typedFunction } from "../wire/packing.ts";
import { handOverBuckets, handOverHttp, handOverLog } from "./hand-over-services.ts";
import type { HostFunctions } from "./host-functions.ts";
import { streamReader } from "./stream-reader.ts";

/** What a guest is told of its grant. What the host is to do for it becomes a function of the host's. */
export async function handOverGrant(
  grant: Grant | undefined,
  plugin: string,
  functions: HostFunctions,
): Promise<DistantGrant | undefined> {
  if (typeof grant !== "object" || grant === null) return grant;
  const { stdin, stdout, stderr, files, logging, keyvalue, http, ...data } = grant;
  const context = { passages: canonicalPassages(), plugin, functions };
  const output = (name: string, given: Output | undefined): DistantOutput | undefined => {
    if (given === undefined) return undefined;
    const { to, maxBytes } = isOutputGrant(given) ? given : { to: given, maxBytes: undefined };
    const call = sinkOf(to);
    // What is none, whoever opens the grant refuses.
    if (call === undefined) return given as never;
    const index = functions.add({ wire: typedFunction(name, sinkType, context), call });
    return { index, terminal: typeof to === "object" && "isTTY" in to && to.isTTY === true, maxBytes };
  };
  const input = (given: Grant["stdin"]): DistantGrant["stdin"] => {
    if (given === undefined || typeof given === "string" || given instanceof Uint8Array) return given;
    const read = streamReader(given);
    if (read === undefined) return given as never;
    const index = functions.add({ wire: typedFunction("stdin", inputType, context), call: read });
    return { index } satisfies DistantInput;
  };
  return {
    data,
    files: files === undefined ? undefined : { mounts: files.mounts, quota: files.quota },
    stdin: input(stdin),
    stdout: output("stdout", stdout),
    stderr: output("stderr", stderr),
    logging: handOverLog(logging, context),
    keyvalue: handOverBuckets(keyvalue, context),
    http: await handOverHttp(http, context),
  };
}

function isOutputGrant(grant: Output): grant is OutputGrant {
  return typeof grant === "object" && grant !== null && Object.hasOwn(grant, "to");
}

function sinkOf(sink: Sink): ((chunk: unknown) => unknown) | undefined {
  if (typeof sink === "function") return (chunk) => void sink(chunk as Uint8Array);
  if (typeof sink !== "object" || sink === null || typeof sink.write !== "function") return undefined;
  return (chunk) => void sink.write(chunk as Uint8Array);
}
