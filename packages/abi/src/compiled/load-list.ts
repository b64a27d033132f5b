import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import { maxListByteLength } from "../limits.ts";
import type { ListType } from "../types/value-type.ts";
import { numberArrayConstructor, numberType } from "../values/number-array.ts";
import { listWeight } from "../values/weight.ts";
import { emitLift } from "./emit-lift.ts";
import type { Emitter } from "./emitter.ts";
import { MemoryPlace } from "./memory-place.ts";

/** Elements up to which a list gets its room at once; a longer one grows, as engines keep large empty ones in another way. */
const mostAtOnce = 2 ** 16;

/** Emits the body of a function that loads the list of `n` elements at `p`, after checking that there is one. */
export function emitLoadList(e: Emitter, { element }: ListType): void {
  const size = elementSize(element);
  const align = alignment(element);
  const weight = listWeight(element);
  const m = e.memory;
  const misaligned = align === 1 ? "" : `(p&${align - 1})!==0||`;
  e.line(`const z=n*${size};
if(z>${maxListByteLength}||${misaligned}p+z>${m}.bytes.length||${m}.lifted+n*${weight}>${e.codec.memory.mostLifted})${m}.check("list",p,${align},z,n*${weight});
${m}.lifted+=n*${weight};`);
  const numbers = numberType(element);
  if (numbers !== undefined && (numbers.view ?? numbers.kind) === numbers.kind) {
    const copied = e.constant(numberArrayConstructor(numbers));
    const isViewed = e.codec.options.lists === "viewed";
    e.line(
      size === 1 && numbers.kind === "u8"
        ? `return ${m}.bytes.${isViewed ? "subarray" : "slice"}(p,p+n);`
        : `const a=new ${copied}(${m}.buffer,p,n)${isViewed ? "" : ".slice()"};`,
    );
    // In a memory that is not ours nothing is changed: to read one there gives the same.
    if (!isViewed && (numbers.kind === "f32" || numbers.kind === "f64")) {
      e.line("for(let j=0;j<n;j++)if(a[j]!==a[j])a[j]=NaN;");
    }
    if (numbers.kind !== "u8") e.line("return a;");
    return;
  }
  const room = `n<=${mostAtOnce}?new Array(n):[]`;
  e.line(`const a=${numbers === undefined ? room : `new ${e.constant(numberArrayConstructor(numbers))}(n)`};let j=0;`);
  e.guarded(() => {
    e.line(`for(let q=p;j<n;j++,q+=${size}){`);
    e.line(`a[j]=${emitLift(e, element, new MemoryPlace(e, "q"))};`);
    e.line("}");
  }, '"["+j+"]"+');
  e.line("return a;");
}
