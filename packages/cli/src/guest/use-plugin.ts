import { PluginError } from "@polyplug/errors";
import { loadPlugin, type Plugin } from "@polyplug/host";
import { errorReport } from "../error-report.ts";
import { exitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";
import { isBrokenPipe } from "../stdio/broken-pipe.ts";
import type { GuestFlags } from "./grant-flags.ts";
import { guestGrant } from "./guest-grant.ts";
import type { GuestOutput } from "./guest-output.ts";
import { missingHere } from "./missing-here.ts";

const onlyWasi =
  "polyplug: a plugin gets nothing but WASI here, as the flags grant it; `polyplug inspect` lists all that it imports\n";

export interface PluginUse {
  readonly file: string;
  readonly flags: GuestFlags;
  /** The command line that the guest sees; `undefined` grants none. */
  readonly args?: readonly string[];
  /** Whether the report will be printed as JSON, so that what the guest writes belongs into it. */
  readonly json: boolean;
  /** The status for a guest that trapped or met a limit. */
  readonly failed: typeof exitCode.failed | typeof exitCode.crashed;
}

/**
 * Loads a plugin with what the flags grant, and has `act` use it. Whether that goes well or not, the report tells what
 * the guest wrote: a stream that was not granted is discarded, and the discarding is not silent.
 */
export async function usePlugin(use: PluginUse, act: (plugin: Plugin) => Report | Promise<Report>): Promise<Report> {
  const { file, flags, args, json } = use;
  const { grant, ...outputs } = guestGrant(flags, json ? "kept" : "shown", args);
  const integrity = flags.integrity === undefined ? {} : { integrity: flags.integrity };
  let report: Report;
  try {
    const plugin = await loadPlugin(file, { grant, ...integrity });
    try {
      report = await act(plugin);
    } finally {
      plugin.dispose();
    }
  } catch (error) {
    if (!PluginError.is(error) || isBrokenPipe(error)) throw error;
    const told = errorReport(missingHere(error));
    report = told.exitCode === exitCode.failed ? { ...told, exitCode: use.failed } : told;
    if (error.missing !== undefined) report = { ...report, stderr: report.stderr + onlyWasi };
  }
  return withOutputs(report, outputs);
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
