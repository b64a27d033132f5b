import type { Bindgen } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { type BareExports, readPlugin, type WatchedPlugin, watchPlugin } from "@polyplug/host";
import { callBare } from "../call/call-bare.ts";
import { callTyped } from "../call/call-typed.ts";
import { findTypedExport } from "../call/find-typed-export.ts";
import { errorReport } from "../error-report.ts";
import type { GuestFlags } from "../guest/grant-flags.ts";
import { guestGrant } from "../guest/guest-grant.ts";
import { missingHere } from "../guest/missing-here.ts";
import type { Interruption } from "../stdio/interruptible.ts";
import { exportedFunctions } from "../world/exported-functions.ts";
import type { Tell } from "./dev-event.ts";

/** What is called after each swap. */
export interface WantedCall {
  readonly name: string;
  readonly args: readonly string[];
  readonly flags: GuestFlags;
  readonly json: boolean;
}

/** A plugin that is watched as a host would, and whose export is called whenever another version has taken its place. */
export class CalledExport {
  readonly #wanted: WantedCall;
  readonly #bindgen: Bindgen;
  readonly #interruption: Interruption;
  readonly #tell: Tell;
  #watched: WatchedPlugin<BareExports> | undefined;
  /** Calls come one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(wanted: WantedCall, bindgen: Bindgen, interruption: Interruption, tell: Tell) {
    this.#wanted = wanted;
    this.#bindgen = bindgen;
    this.#interruption = interruption;
    this.#tell = tell;
  }

  /** Begins with what was built. Later versions are noticed by the watch; nothing is done then. */
  async start(file: string): Promise<void> {
    if (this.#watched !== undefined) return;
    const { grant } = guestGrant(this.#wanted.flags, this.#wanted.json ? "discarded" : "shown");
    try {
      this.#watched = await watchPlugin(file, {
        grant,
        onSwap: () => this.#call(file),
        onFailure: (error) => this.#fail(error),
      });
      await this.#call(file);
    } catch (error) {
      this.#fail(error);
    }
  }

  async close(): Promise<void> {
    await this.#watched?.close();
  }

  #call(file: string): Promise<void> {
    this.#turn = this.#turn.then(() => this.#callNow(file)).catch((error: unknown) => this.#fail(error));
    return this.#turn;
  }

  async #callNow(file: string): Promise<void> {
    const plugin = this.#watched?.plugin;
    if (plugin === undefined) return;
    const { name, args } = this.#wanted;
    const call = `${name}(${args.join(", ")})`;
    if (plugin.info.canonicalAbi === undefined) {
      const { texts, json } = await this.#interruption.blocking(async () => callBare(plugin, name, args));
      this.#tell(called(call, texts.join(", "), json));
      return;
    }
    const bytes = await readPlugin(file);
    const target = findTypedExport(plugin.name, await exportedFunctions(bytes), name);
    const { text, json } = await this.#interruption.blocking(() =>
      callTyped({ plugin, bytes, bindgen: this.#bindgen }, target, args),
    );
    this.#tell(called(call, text, json));
  }

  #fail(error: unknown): void {
    if (!PluginError.is(error)) throw error;
    const { stderr, json } = errorReport(missingHere(error));
    this.#tell({ text: stderr, isFault: true, json: { event: "failed", ...json } });
  }
}

function called(call: string, text: string, end: object): Parameters<Tell>[0] {
  const shown = text === "" ? "done" : text;
  return { text: `${call} = ${shown}\n`, isFault: false, json: { event: "called", call, ...end } };
}
