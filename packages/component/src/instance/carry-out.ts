import type { Instantiating } from "./instantiating.ts";

/** Does work that instantiates modules, and waits for the engine meanwhile. Rejects with what the work throws. */
export async function carryOut<T>(work: Instantiating<T>): Promise<T> {
  let step = work.next();
  while (step.done !== true) {
    const { value } = step;
    const made: Promise<unknown> =
      value instanceof Promise ? value : WebAssembly.instantiate(value.module, value.imports);
    step = await made.then(
      (instance) => work.next(instance),
      (error: unknown) => work.throw(error),
    );
  }
  return step.value;
}
