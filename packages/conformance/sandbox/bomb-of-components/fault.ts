import { component, section } from "../../test/hostile/component-bytes.ts";
import type { Fault } from "../../test/sandbox/fault.ts";

/** A component that makes two instances of the one within. */
function twice(inner: Uint8Array): Uint8Array {
  return component(
    section(4, (bytes) => bytes.raw(inner)),
    section(5, (bytes) => bytes.raw([2, 0, 0, 0, 0, 0, 0])),
  );
}

export const fault: Fault = {
  what: "a component of 1,200 bytes makes 2^50 instances",
  guest: () => {
    let bomb = component();
    for (let level = 0; level < 50; level++) bomb = twice(bomb);
    return bomb;
  },
  seen: () => ({ refused: { code: "unsupported", reason: /more than 1000 instances of components/ } }),
};
