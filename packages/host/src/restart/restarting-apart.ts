import type { ApartFiles } from "../tiers/apart-files.ts";
import type { LoadedApart, PluginApart } from "../tiers/host/loaded-apart.ts";
import type { Apart } from "../tiers/isolation.ts";
import { RestartingAwaited } from "./restarting-awaited.ts";
import type { MakeInstance, Restarting } from "./succession.ts";

/** A plugin in another thread or process that goes on in a new one after a fault. */
export class RestartingApart<Exports extends object>
  extends RestartingAwaited<Exports, LoadedApart<Exports>>
  implements PluginApart<Exports>
{
  readonly isolation: Apart;

  constructor(
    first: LoadedApart<Exports>,
    next: MakeInstance<LoadedApart<Exports>>,
    restarting: Restarting<LoadedApart<Exports>>,
  ) {
    super(first, next, restarting);
    this.isolation = first.isolation;
  }

  get files(): ApartFiles | undefined {
    return this.instances.plugin?.files;
  }

  get memoryBytes(): number {
    return this.instances.plugin?.memoryBytes ?? 0;
  }

  heed(signal: AbortSignal): () => void {
    return this.signal.heed(signal);
  }
}
