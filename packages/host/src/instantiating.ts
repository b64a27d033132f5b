import type { Instantiating, Instantiation } from "@polyplug/component";

/**
 * Does the work, and waits for the engine where it has to instantiate. What carries out plans for components does the same,
 * and would bring all of them along.
 */
export async function instantiating<T>(work: Instantiating<T>): Promise<T> {
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

/** Does the work before anything else happens. */
export function instantiatingNow<T>(work: Instantiating<T>): T {
  let step = work.next();
  while (step.done !== true) step = stepOn(work, step.value);
  return step.value;
}

function stepOn<T>(work: Instantiating<T>, step: Instantiation | Promise<unknown>): ReturnType<typeof work.next> {
  let instance: WebAssembly.Instance;
  try {
    if (step instanceof Promise) throw new TypeError("there is no time to wait");
    instance = new WebAssembly.Instance(step.module, step.imports);
  } catch (error) {
    return work.throw(error);
  }
  return work.next(instance);
}
