import { canonicalPassages } from "@polyplug/abi";
import { FileTree, type Grant, type Output } from "@polyplug/wasi";
import { type DistantGrant, type DistantOutput, inputType, sinkType } from "../wire/distant-grant.ts";
import { typedFunction } from "../wire/packing.ts";
import type { GuestTalk } from "./guest-talk.ts";
import { reviveBuckets, reviveHttp, reviveLog } from "./revive-services.ts";

/** The grant as the loader takes it: what only the host can do asks the host. */
export function reviveGrant(grant: DistantGrant | undefined, plugin: string, talk: GuestTalk): Grant | undefined {
  if (grant === undefined) return undefined;
  const { data, files, stdin, stdout, stderr, logging, keyvalue, http } = grant;
  const context = { passages: canonicalPassages(), plugin, talk };
  const output = (name: string, { index, terminal, maxBytes }: DistantOutput): Output => {
    const wire = typedFunction(name, sinkType, context);
    const write = (chunk: Uint8Array): unknown => talk.ask(index, wire, name, [chunk]);
    return { to: { write, isTTY: terminal } as { write: typeof write }, maxBytes };
  };
  const input = (given: DistantGrant["stdin"]): Grant["stdin"] => {
    if (typeof given !== "object" || !("index" in given)) return given as Grant["stdin"];
    const wire = typedFunction("stdin", inputType, context);
    const read = (maxBytes: number): Uint8Array | undefined =>
      talk.ask(given.index, wire, "stdin", [maxBytes]) as Uint8Array | undefined;
    return { read };
  };
  return {
    ...data,
    ...(files === undefined ? {} : { files: new FileTree(files.mounts, files.quota) }),
    ...(stdin === undefined ? {} : { stdin: input(stdin) }),
    ...(stdout === undefined ? {} : { stdout: output("stdout", stdout) }),
    ...(stderr === undefined ? {} : { stderr: output("stderr", stderr) }),
    ...(logging === undefined ? {} : { logging: reviveLog(logging, context) }),
    ...(keyvalue === undefined ? {} : { keyvalue: reviveBuckets(keyvalue, context) }),
    ...(http === undefined ? {} : { http: reviveHttp(http, context) }),
  };
}
