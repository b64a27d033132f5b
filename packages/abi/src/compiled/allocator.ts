import type { FunctionOptions } from "../canonical/canonical-abi.ts";
import { swallowedEnd } from "../reference/swallowed-end.ts";
import type { Codec } from "./codec.ts";
import { Emitter } from "./emitter.ts";

/** Memory that the guest allocated, checked: aligned and within bounds. */
export type Reallocate = (old: number, oldSize: number, alignment: number, byteLength: number) => number;

/**
 * Calls `realloc` as the specification has it, with the guest kept from leaving; where that throws, it stays so, which
 * tells that the guest is at fault.
 */
export function makeReallocate(codec: Codec, realloc: FunctionOptions["realloc"]): Reallocate {
  const { instance, guard } = codec.options;
  const e = new Emitter(codec);
  const i = e.constant(instance);
  const m = e.memory;
  const call = e.callee(realloc ?? missing);
  const life = guard === undefined ? "" : `if(!${e.constant(guard.life)}.alive)throw ${e.constant(swallowedEnd)};`;
  // Before as well, since reading an argument may have run what ends the plugin.
  e.line(`${i}.mayLeave=false;
${life}const p=${call}(o,z,a,n)>>>0;
${life}${i}.mayLeave=true;
if(${m}.bytes.length===0)${m}.refresh();
if((p&a-1)!==0||p+n>${m}.bytes.length)${m}.checkRange(p,a,n,"realloc gave");
return p;`);
  const { call: made, release } = e.linkCounted("o", "z", "a", "n");
  instance.releases?.push(() => {
    release(missing);
  });
  return made as Reallocate;
}

/** Never called: a function that needs a realloc is not made without one. */
function missing(): never {
  throw new TypeError("there is no realloc");
}
