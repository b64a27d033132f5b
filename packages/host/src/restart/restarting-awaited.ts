import type { PluginStats } from "../events/plugin-stats.ts";
import type { PluginInfo } from "../info/plugin-info.ts";
import { CurrentSignal } from "../life/current-signal.ts";
import type { ApartExports } from "../tiers/apart-exports.ts";
import type { ApartPlugin } from "../tiers/apart-plugin.ts";
import { type MakeInstance, type Mortal, type Restarting, Succession } from "./succession.ts";

type Face<Exports> = Omit<ApartPlugin<Exports>, "isolation" | "files">;

/** An instance whose functions give promises. */
export type AwaitedInstance<Exports extends object> = Mortal & Face<Exports>;

/** A plugin that goes on as a new instance after a fault, and whose functions give promises. */
export class RestartingAwaited<Exports extends object, Held extends AwaitedInstance<Exports>> implements Face<Exports> {
  readonly name: string;
  readonly info: PluginInfo;
  readonly exports: ApartExports<Exports>;
  readonly stats: PluginStats | undefined;
  protected readonly instances: Succession<Held>;
  protected readonly signal: CurrentSignal = new CurrentSignal();

  constructor(first: Held, next: MakeInstance<Held>, restarting: Restarting<Held>) {
    this.instances = new Succession(first, next, restarting, (call, what) => this.#enter(call, what));
    this.name = first.name;
    this.info = first.info;
    this.stats = first.stats;
    this.exports = this.instances.exports as ApartExports<Exports>;
  }

  get alive(): boolean {
    return this.instances.alive;
  }

  run(): Promise<number> {
    const what = { action: `run ${this.name}`, exported: undefined };
    return this.#enter((plugin) => plugin.run(), what) as Promise<number>;
  }

  abortable<T>(signal: AbortSignal, work: (exports: ApartExports<Exports>) => T): T {
    return this.signal.during(signal, () => work(this.exports));
  }

  dispose(): void {
    this.instances.dispose();
  }

  retire(why: string): void {
    this.instances.retire(why);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** Why there is no instance is told as everything is, by a promise. */
  #enter(...[call, what]: Parameters<Succession<Held>["enter"]>): Promise<unknown> {
    const { current: signal } = this.signal;
    const made: typeof call = signal === undefined ? call : (plugin) => plugin.abortable(signal, () => call(plugin));
    return new Promise((resolve) => resolve(this.instances.enter(made, what)));
  }
}
