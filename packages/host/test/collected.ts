import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Whether what `ref` points to is gone after the collector was asked to look, a few times over. */
export async function collected(ref: WeakRef<object>): Promise<boolean> {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  for (let round = 0; round < 20 && ref.deref() !== undefined; round++) {
    await setTimeout(5);
    gc();
  }
  return ref.deref() === undefined;
}
