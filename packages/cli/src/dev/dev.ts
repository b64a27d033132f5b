import { relative, resolve } from "node:path";
import type { Bindgen } from "@polyplug/bindgen";
import { type BuiltPlugin, buildPlugin, detectProject } from "@polyplug/build";
import { PluginError, printableLine } from "@polyplug/errors";
import { type BuildFlags, buildReport } from "../build/build.ts";
import { buildErrorReport, isBuildError } from "../build-error-report.ts";
import { errorReport } from "../error-report.ts";
import type { GuestFlags } from "../guest/grant-flags.ts";
import type { ImportFlags } from "../imports/import-flags.ts";
import { count } from "../show/count.ts";
import { type Interruption, interruptible } from "../stdio/interruptible.ts";
import { withBindgen } from "../wit/with-bindgen.ts";
import { CalledExport } from "./called-export.ts";
import type { Tell } from "./dev-event.ts";
import { HostCommand } from "./host-command.ts";
import { SourceWatch } from "./source-watch.ts";

export interface DevFlags extends BuildFlags, GuestFlags, ImportFlags {
  /** A command line of a shell. */
  readonly run?: string;
  /** An export, then its arguments. */
  readonly call?: readonly string[];
}

interface Session {
  readonly folder: string;
  readonly flags: DevFlags;
  readonly json: boolean;
  readonly tell: Tell;
}

/** Builds the plugin in a folder, and again whenever its sources change, until a signal ends the process. */
export async function dev(session: Session): Promise<void> {
  await interruptible((interruption) => withBindgen((bindgen) => work(session, bindgen, interruption)));
}

async function work(session: Session, bindgen: Bindgen, interruption: Interruption): Promise<void> {
  const { folder, flags, json, tell } = session;
  const { signal } = interruption;
  const project = await detectProject(folder);
  const watch = await SourceWatch.start({
    roots: [project.folder, resolve(project.folder, project.wit)],
    except: [resolve(project.folder, flags.out ?? "dist")],
  });
  const [name, ...args] = flags.call ?? [];
  const called =
    name === undefined ? undefined : new CalledExport({ name, args, flags, json }, bindgen, interruption, tell);
  const host = flags.run === undefined ? undefined : new HostCommand(flags.run, tell, { json });
  tell({
    stdout: `watching ${project.name} (${project.title})\n`,
    stderr: "",
    json: { event: "watching", folder: project.folder },
  });
  try {
    while (!signal.aborted) {
      called?.building();
      const built = await rebuild(session, bindgen, signal);
      const [artifact] = built?.artifacts ?? [];
      if (built !== undefined && artifact !== undefined) {
        host?.start(artifact.path);
        await called?.start(artifact.path, built.compiled);
      }
      const files = (await watch.next(signal)).map((file) => relative(process.cwd(), file));
      if (signal.aborted) break;
      tell({
        stdout: `${files.map(printableLine).join(", ")} changed\n`,
        stderr: "",
        json: { event: "changed", files },
      });
    }
  } finally {
    await watch.close();
    await called?.close();
    await host?.close();
  }
}

/** A plugin that was built, and the time when its compiler was done, at the latest. */
interface Rebuilt extends BuiltPlugin {
  readonly compiled: number;
}

/** Undefined where that failed, which has been told of then. */
async function rebuild(
  { folder, flags, tell }: Session,
  bindgen: Bindgen,
  signal: AbortSignal,
): Promise<Rebuilt | undefined> {
  const start = performance.now();
  const { lowering, out, optimize } = flags;
  try {
    const project = await detectProject(folder);
    const built = await buildPlugin(project, { lowering, out, optimize, bindgen, signal });
    const milliseconds = performance.now() - start;
    const { json, stderr } = buildReport({ ...built, project, milliseconds });
    const files = built.artifacts.map(({ path, size }) => {
      return `${printableLine(relative(process.cwd(), path))} built: ${count(size)} bytes in ${count(Math.round(milliseconds))} ms\n`;
    });
    tell({ stdout: files.join(""), stderr, json: { event: "built", ...json } });
    // What came before the compiler counts too: not more than this was spent after it.
    return { ...built, compiled: start + built.compilerMilliseconds };
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!isBuildError(error) && !PluginError.is(error)) throw error;
    const { stderr, json } = isBuildError(error) ? buildErrorReport(error) : errorReport(error);
    tell({
      stdout: "",
      stderr: `${stderr}polyplug: what was built before stays\n`,
      json: { event: "failed", ...json },
    });
    return undefined;
  }
}
