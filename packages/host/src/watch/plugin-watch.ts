import { PluginError, type PluginErrorCode } from "@polyplug/errors";
import type { PluginInfo } from "../info/plugin-info.ts";
import { unlessGivenUp } from "../life/unless-given-up.ts";
import { type AnyPlugin, loadPrepared } from "../load-prepared.ts";
import { sha256 } from "../platform/node.ts";
import { after, type FileWatch, warn } from "../platform/watch-file.ts";
import type { PreparedPlugin } from "../prepare-plugin.ts";
import { StableExports } from "../stable/stable-exports.ts";
import { handOver, handsOver } from "./hand-over.ts";
import { Version } from "./version.ts";
import type { WatchedPlugin, WatchHooks } from "./watched-plugin.ts";

/** What a file that is half written looks like, if not like a version that does not fit. */
const halfWritten: ReadonlySet<PluginErrorCode> = new Set(["unreadable", "not-wasm", "malformed"]);

/** How long the rest of a file may keep us waiting, in milliseconds, before it is taken for broken. */
const patience = 250;

/** How long a version may still be set up that a newer one waits for, in milliseconds, before it is given up. */
const lenience = 1_000;

/** A watched plugin: one generation after the other, of which one is there at any time. */
export class PluginWatch<Exports extends object> implements WatchedPlugin<object, AnyPlugin<Exports>> {
  readonly exports: object;
  readonly #hooks: WatchHooks;
  readonly #files: FileWatch;
  readonly #prepare: () => Promise<PreparedPlugin>;
  readonly #stable = new StableExports();
  readonly #abort = (): void => void this.close();
  #current: Version<Exports>;
  /** Loads come one after the other; this is the last of them, and never fails. */
  #turn: Promise<void> = Promise.resolve();
  /** Forgets a failure that the next change may undo. */
  #forget: (() => void) | undefined;
  #closing: Promise<void> | undefined;
  /** Gives up the swap that is under way, whose version may wait for something that never comes. */
  #giveUp: ((reason: PluginError) => void) | undefined;
  /** Calls that wait while state is handed over, which takes its time; undefined where none is. */
  #held: (() => void)[] | undefined;

  constructor(first: Version<Exports>, prepare: () => Promise<PreparedPlugin>, hooks: WatchHooks, files: FileWatch) {
    this.#current = first;
    this.#prepare = prepare;
    this.#hooks = hooks;
    this.#files = files;
    this.#show(first);
    this.exports = this.#stable.exports;
    hooks.signal?.addEventListener("abort", this.#abort, { once: true });
  }

  get info(): PluginInfo {
    return this.plugin.info;
  }

  get plugin(): AnyPlugin<Exports> {
    return this.#current.plugin;
  }

  async reload(): Promise<void> {
    return await this.#next(async () => this.#swap(await this.#prepare()));
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** The file is changing. */
  touched(): void {
    this.#forget?.();
    this.#forget = undefined;
  }

  /** The file has changed. */
  async settled(): Promise<void> {
    const giveUp = this.#giveUp;
    const cancel = giveUp && after(lenience, () => giveUp(this.#superseded()), { ref: this.#hooks.ref ?? false });
    try {
      await this.#next(async () => {
        const prepared = await this.#prepare();
        // It may have become what it was: there is nothing to tell of, nor to lose.
        if (hashOf(prepared) !== hashOf(this.#current.prepared)) await this.#swap(prepared);
      });
    } catch (error) {
      if (this.#closing !== undefined) return;
      if (!PluginError.is(error)) throw error;
      if (!halfWritten.has(error.code)) return this.tell(error);
      this.touched();
      this.#forget = after(patience, () => this.tell(error), { ref: this.#hooks.ref ?? false });
    } finally {
      cancel?.();
    }
  }

  tell(error: PluginError): void {
    const { onFailure } = this.#hooks;
    if (onFailure === undefined) warn(error.message);
    else queueMicrotask(() => onFailure(error));
  }

  /** Does `work` when all before it is done. */
  async #next(work: () => Promise<void>): Promise<void> {
    const { promise, resolve } = latch();
    const before = this.#turn;
    this.#turn = promise;
    await before;
    try {
      if (this.#closing !== undefined) throw this.#closed();
      await work();
    } finally {
      resolve();
    }
  }

  async #swap(prepared: PreparedPlugin): Promise<void> {
    const swap = new AbortController();
    this.#giveUp = (reason) => swap.abort(reason);
    try {
      if (this.#closing !== undefined) throw this.#closed();
      await this.#swapUnless(swap.signal, prepared);
    } finally {
      this.#giveUp = undefined;
    }
  }

  async #swapUnless(givenUp: AbortSignal, prepared: PreparedPlugin): Promise<void> {
    const at = performance.now();
    const old = this.#current;
    const { onSwap } = this.#hooks;
    const plugin = await loadPrepared<Exports>(prepared, givenUp);
    let state: number | undefined;
    try {
      const isHanding = (await handsOver(old.plugin, old.prepared)) && (await handsOver(plugin, prepared));
      if (this.#closing !== undefined) throw this.#closed();
      // From here on nothing else runs until the new one has taken the old one's place.
      const handed = isHanding ? handOver(old.plugin, plugin) : undefined;
      state = handed instanceof Promise ? await this.#holding(handed, givenUp) : handed;
      this.#current = new Version(prepared, plugin);
      this.#show(this.#current);
    } catch (error) {
      plugin.dispose();
      throw error;
    } finally {
      const held = this.#held ?? [];
      this.#held = undefined;
      for (const make of held) make();
    }
    const swap = { info: plugin.info, previous: old.plugin.info, state };
    prepared.observer.swapped(at, state);
    if (onSwap !== undefined) queueMicrotask(() => onSwap(swap));
    void old.retire("was replaced by a newer version of it");
  }

  #show(version: Version<Exports>): void {
    const { name, exports } = version.plugin;
    const enter = (call: () => unknown): unknown => {
      return this.#held === undefined ? version.enter(call) : this.#hold(this.#held, call);
    };
    this.#stable.show(exports as Readonly<Record<string, unknown>>, { name, enter });
  }

  /** Has calls wait that come before there is an outcome: what they change would not be handed over. */
  async #holding<T>(outcome: Promise<T>, givenUp: AbortSignal): Promise<T> {
    this.#held = [];
    return await unlessGivenUp(outcome, givenUp, () => undefined);
  }

  #hold(held: (() => void)[], call: () => unknown): Promise<unknown> {
    return new Promise((resolve) => held.push(() => resolve(this.#current.enter(call))));
  }

  async #close(): Promise<void> {
    this.#files.close();
    this.touched();
    this.#hooks.signal?.removeEventListener("abort", this.#abort);
    this.#giveUp?.(this.#closed());
    await this.#turn;
    await this.#current.retire("was disposed, for its watch was closed");
    this.#current.prepared.observer.disposed();
  }

  #closed(): PluginError {
    return this.#refusal("disposed", "its watch was closed");
  }

  #superseded(): PluginError {
    return this.#refusal("aborted", "it was still being set up when its file had become another one");
  }

  #refusal(code: "disposed" | "aborted", reason: string): PluginError {
    const { name } = this.plugin;
    return new PluginError({ code, action: `load ${name}`, reason, plugin: name });
  }
}

function hashOf({ decoded }: PreparedPlugin): string {
  return sha256(decoded.bytes);
}

function latch(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
