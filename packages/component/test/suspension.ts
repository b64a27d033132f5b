import type { CoreFunction } from "@polyplug/abi";
import type { Suspension } from "@polyplug/component";

/** What TypeScript's libraries do not know of yet. */
interface PromiseIntegration {
  promising(exported: CoreFunction): CoreFunction;
  readonly Suspending: new (imported: CoreFunction) => WebAssembly.ImportValue;
}

/** That of the engine, or none where it has none. */
export function engineSuspension(): Suspension | undefined {
  if (!("promising" in WebAssembly && "Suspending" in WebAssembly)) return undefined;
  const { promising, Suspending } = WebAssembly as typeof WebAssembly & PromiseIntegration;
  return { promising, suspending: (imported) => new Suspending(imported) };
}
