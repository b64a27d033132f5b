import type { Bindgen } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { type ApartPlugin, type BareExports, loadPlugin, type Plugin } from "@polyplug/host";
import { errorReport } from "../error-report.ts";
import { exitCode } from "../exit-code.ts";
import { type GivenImports, givenImports, noCalls, type ToldCalls } from "../imports/given-imports.ts";
import type { ImportFlags } from "../imports/import-flags.ts";
import type { Report } from "../report.ts";
import { jsonCalls, showCalls } from "../show/show-calls.ts";
import { isBrokenPipe } from "../stdio/broken-pipe.ts";
import { withLateBindgen } from "../wit/with-bindgen.ts";
import type { FileFlags } from "./file-flags.ts";
import type { GuestFlags } from "./grant-flags.ts";
import { guestGrant } from "./guest-grant.ts";
import type { GuestOutput } from "./guest-output.ts";
import { type IsolationFlag, limitsOf } from "./limit-flags.ts";
import { missingHere } from "./missing-here.ts";
import { readOnce } from "./read-once.ts";

const whatProvides =
  "polyplug: --import MODULE provides what that exports, --stub what needs no answer; `polyplug inspect` lists all imports\n";

export interface PluginUse {
  readonly file: string;
  readonly flags: GuestFlags & ImportFlags & IsolationFlag & FileFlags;
  /** The command line that the guest sees; `undefined` grants none. */
  readonly args?: readonly string[];
  /** Whether the report will be printed as JSON, so that what the guest writes belongs into it. */
  readonly json: boolean;
  /** The status for a guest that trapped or met a limit. */
  readonly failed: typeof exitCode.failed | typeof exitCode.crashed;
}

/** A plugin wherever it runs: what it gives has to be waited for. */
export type AnyPlugin<Exports = BareExports> = Plugin<Exports> | ApartPlugin<Exports>;

/** A plugin that was loaded for a command. */
export interface UsedPlugin {
  readonly plugin: AnyPlugin;
  readonly bytes: Uint8Array;
  readonly loadBindgen: () => Promise<Bindgen>;
}

/**
 * Loads a plugin with what the flags grant and provide, and has `act` use it. Whether that goes well or not, the report
 * tells what the guest wrote and which stubs it called: a stream that was not granted is discarded, and the discarding is
 * not silent.
 */
export async function usePlugin(use: PluginUse, act: (used: UsedPlugin) => Report | Promise<Report>): Promise<Report> {
  const { file, flags, args, json } = use;
  const { grant, ...outputs } = guestGrant(flags, json ? "kept" : "shown", args);
  return await withLateBindgen(async (loadBindgen) => {
    let given: GivenImports | undefined;
    let report: Report;
    try {
      const { bytes, source } = await readOnce(file, flags.integrity);
      given = await givenImports(bytes, flags, { json });
      const { record, isolation } = flags;
      const files = flags.dir === undefined ? undefined : await (await grantedFiles()).readFolders(flags.dir);
      const options = { grant: { ...grant, files }, limits: limitsOf(flags), imports: given.imports, record };
      const isApart = isolation === "worker" || isolation === "process";
      const plugin = isApart ? await loadPlugin(source, { ...options, isolation }) : await loadPlugin(source, options);
      try {
        report = await act({ plugin, bytes, loadBindgen });
        if (files !== undefined) report = await (await grantedFiles()).withChanges(report, plugin, flags);
      } finally {
        plugin.dispose();
      }
    } catch (error) {
      if (!PluginError.is(error) || isBrokenPipe(error)) throw error;
      const told = errorReport(missingHere(error));
      report = told.exitCode === exitCode.failed ? { ...told, exitCode: use.failed } : told;
      if (error.missing !== undefined) report = { ...report, stderr: report.stderr + whatProvides };
    }
    const calls = given === undefined ? noCalls : await given.takeCalls(loadBindgen);
    return withOutputs(withCalls(report, calls), outputs);
  });
}

async function grantedFiles(): Promise<typeof import("./granted-files.ts")> {
  return await import("./granted-files.ts");
}

function withCalls(report: Report, told: ToldCalls): Report {
  return { ...report, stderr: report.stderr + showCalls(told), json: { ...report.json, ...jsonCalls(told) } };
}

type Outputs = Readonly<Record<"stdout" | "stderr", GuestOutput>>;

function withOutputs(report: Report, outputs: Outputs): Report {
  const named = Object.entries(outputs);
  const kept = named.filter(([, { use }]) => use === "kept").map(([name, { text }]) => [name, text]);
  const lost = named.filter(([, { use, bytes }]) => use === "discarded" && bytes > 0);
  const notes = lost.map(
    ([name, { bytes }]) =>
      `polyplug: the plugin wrote ${bytes === 1 ? "1 byte" : `${bytes} bytes`} to ${name}, which is not granted: --${name} shows it\n`,
  );
  const discarded = lost.map(([name, { bytes }]) => [name, bytes]);
  return {
    ...report,
    stderr: report.stderr + notes.join(""),
    json: {
      ...report.json,
      ...Object.fromEntries(kept),
      ...(discarded.length > 0 && { discarded: Object.fromEntries(discarded) }),
    },
  };
}
