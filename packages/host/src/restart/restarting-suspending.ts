import type { Plugin } from "../plugin.ts";
import type { SuspendingPlugin } from "../suspension/suspending-plugin.ts";
import { type AwaitedInstance, RestartingAwaited } from "./restarting-awaited.ts";
import { noMemories } from "./restarting-plugin.ts";

/** A plugin in this thread that waits for its host, and goes on as a new instance after a fault. */
export class RestartingSuspending<Exports extends object>
  extends RestartingAwaited<Exports, AwaitedInstance<Exports> & SuspendingPlugin<Exports>>
  implements SuspendingPlugin<Exports>
{
  readonly isolation = "inline";

  get memories(): Plugin["memories"] {
    return this.instances.plugin?.memories ?? noMemories;
  }

  get files(): Plugin["files"] {
    return this.instances.plugin?.files;
  }
}
