import type { Bindgen } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { type BareExports, type Plugin, readPlugin, type WatchedPlugin, watchPlugin } from "@polyplug/host";
import { callBare } from "../call/call-bare.ts";
import { callTyped } from "../call/call-typed.ts";
import { findTypedExport } from "../call/find-typed-export.ts";
import { errorReport } from "../error-report.ts";
import type { GuestFlags } from "../guest/grant-flags.ts";
import { guestGrant } from "../guest/guest-grant.ts";
import { limitsOf } from "../guest/limit-flags.ts";
import { missingHere } from "../guest/missing-here.ts";
import { type GivenImports, givenImports } from "../imports/given-imports.ts";
import type { ImportFlags } from "../imports/import-flags.ts";
import { count } from "../show/count.ts";
import { jsonCalls, showCalls } from "../show/show-calls.ts";
import type { Interruption } from "../stdio/interruptible.ts";
import { exportedFunctions } from "../world/exported-functions.ts";
import type { DevEvent, Tell } from "./dev-event.ts";

/** What is called after each swap. */
export interface WantedCall {
  readonly name: string;
  readonly args: readonly string[];
  readonly flags: GuestFlags & ImportFlags;
  readonly json: boolean;
}

/** A plugin that is watched as a host would, with what it is given. */
interface Watched {
  readonly host: WatchedPlugin<BareExports>;
  readonly given: GivenImports;
}

/** A plugin that is watched as a host would, and whose export is called whenever another version has taken its place. */
export class CalledExport {
  readonly #wanted: WantedCall;
  readonly #bindgen: Bindgen;
  readonly #interruption: Interruption;
  readonly #tell: Tell;
  #watched: Watched | undefined;
  /** Calls come one after the other. */
  #turn: Promise<void> = Promise.resolve();
  /** When the compiler of the newest version was done, at the latest. */
  #compiled: number | undefined;

  constructor(wanted: WantedCall, bindgen: Bindgen, interruption: Interruption, tell: Tell) {
    this.#wanted = wanted;
    this.#bindgen = bindgen;
    this.#interruption = interruption;
    this.#tell = tell;
  }

  /** Begins with what was built. Later versions are noticed by the watch, and only when they were compiled is to be said. */
  async start(file: string, compiled: number): Promise<void> {
    this.#compiled = compiled;
    if (this.#watched === undefined) await this.#open(file);
  }

  /** Another version is being built: when the one before was compiled is of no account any more. */
  building(): void {
    this.#compiled = undefined;
  }

  async close(): Promise<void> {
    await this.#watched?.host.close();
  }

  async #open(file: string): Promise<void> {
    const { flags, json } = this.#wanted;
    const { grant } = guestGrant(flags, json ? "discarded" : "shown");
    try {
      const given = await givenImports(await readPlugin(file), flags, { json });
      const host = await watchPlugin(file, {
        grant,
        limits: limitsOf(flags),
        imports: given.imports,
        onSwap: () => this.#call(file),
        onFailure: (error) => this.#refuse(file, error),
      });
      this.#watched = { host, given };
      await this.#call(file);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What a version imports first is in no stub of the version before. */
  async #refuse(file: string, error: PluginError): Promise<void> {
    if (error.code !== "missing-import" || this.#wanted.flags.stub === undefined) return this.#fail(error);
    await this.close();
    this.#watched = undefined;
    await this.#open(file);
  }

  #call(file: string): Promise<void> {
    const swapped = performance.now();
    this.#turn = this.#turn.then(() => this.#callNow(file, swapped)).catch((error: unknown) => this.#fail(error));
    return this.#turn;
  }

  async #callNow(file: string, swapped: number): Promise<void> {
    if (this.#watched === undefined) return;
    const { given, host } = this.#watched;
    const after = this.#compiled === undefined ? undefined : Math.round(swapped - this.#compiled);
    this.#compiled = undefined;
    const event = await this.#outcomeOf(host.plugin, file, after);
    const calls = await given.takeCalls(async () => this.#bindgen);
    this.#tell({ ...event, stderr: event.stderr + showCalls(calls), json: { ...event.json, ...jsonCalls(calls) } });
  }

  async #outcomeOf(plugin: Plugin, file: string, after: number | undefined): Promise<DevEvent> {
    const { name, args } = this.#wanted;
    const call = `${name}(${args.join(", ")})`;
    try {
      const { text, json } = await this.#interruption.blocking(() => this.#end(plugin, file));
      const when = after === undefined ? "" : ` (swapped ${count(after)} ms after the compiler)`;
      const event = {
        event: "called",
        call,
        ...json,
        ...(after !== undefined && { swapMilliseconds: after }),
      } as const;
      return { stdout: `${call} = ${text === "" ? "done" : text}${when}\n`, stderr: "", json: event };
    } catch (error) {
      return failure(error);
    }
  }

  /** The call itself: its result as text, and for a document. */
  async #end(plugin: Plugin, file: string): Promise<{ readonly text: string; readonly json: object }> {
    const { name, args } = this.#wanted;
    if (plugin.info.canonicalAbi === undefined) {
      const { texts, json } = await callBare(plugin, name, args);
      return { text: texts.join(", "), json };
    }
    const bytes = await readPlugin(file);
    const target = findTypedExport(plugin.name, await exportedFunctions(bytes), name);
    return await callTyped({ plugin, bytes, bindgen: this.#bindgen }, target, args);
  }

  #fail(error: unknown): void {
    this.#tell(failure(error));
  }
}

function failure(error: unknown): DevEvent {
  if (!PluginError.is(error)) throw error;
  const { stderr, json } = errorReport(missingHere(error));
  return { stdout: "", stderr, json: { event: "failed", ...json } };
}
