import { alignment } from "../layout/alignment.ts";
import { elementSize } from "../layout/element-size.ts";
import { maxListByteLength } from "../limits.ts";
import type { ListType, NumberType } from "../types/value-type.ts";
import { badLength, elements, listLength } from "../values/list.ts";
import { isNumberArray, numberArrayConstructor, numberArrayLength, numberType } from "../values/number-array.ts";
import { emitLower } from "./emit-lower.ts";
import type { Emitter } from "./emitter.ts";
import { faults } from "./fault.ts";
import { MemoryPlace } from "./memory-place.ts";

/** Emits the body of a function that stores the list `v`, gives the pointer and leaves the length in the memory. */
export function emitStoreList(e: Emitter, { element }: ListType): void {
  const size = elementSize(element);
  const numbers = numberType(element);
  const fault = e.constant((length: unknown) => badLength(faults, length, size));
  const allocate = (): void =>
    e.line(`if(n>>>0!==n||n*${size}>${maxListByteLength})throw ${fault}(n);
const p=${e.constant(e.codec.reallocate)}(0,0,${alignment(element)},n*${size});`);
  if (numbers !== undefined && (numbers.view ?? numbers.kind) === numbers.kind) emitNumbers(e, numbers, allocate);
  const notList = e.constant((value: unknown) => elements(faults, element, value));
  e.line(numbers === undefined ? `if(!${e.constant(Array.isArray)}(v))${notList}(v);` : `v=${notList}(v);`);
  e.line(numbers === undefined ? "const n=v.length;" : `const n=${e.constant(lengthOf)}(v);`);
  allocate();
  e.line("let j=0;");
  e.guarded(() => {
    e.line(`for(let q=p;j<n;j++,q+=${size}){`);
    e.mark();
    emitLower(e, element, e.let("v[j]"), new MemoryPlace(e, "q"));
    e.line("}");
  }, '"["+j+"]"+');
  e.line(`${e.memory}.length=n;return p;`);
}

/** Numbers in a typed array are copied as they are. */
function emitNumbers(e: Emitter, type: NumberType, allocate: () => void): void {
  const size = elementSize(type);
  const m = e.memory;
  e.line(`if(${e.constant((value: unknown) => isNumberArray(type, value))}(v)){
const n=${e.constant(numberArrayLength)}(v);`);
  allocate();
  // One that was detached has none, and could not be copied.
  if (size === 1) {
    e.line(`if(n!==0)${m}.bytes.set(v,p);`);
  } else {
    e.line(`const a=new ${e.constant(numberArrayConstructor(type))}(${m}.buffer,p,n);if(n!==0)a.set(v);`);
    if (type.kind === "f32" || type.kind === "f64") e.line("for(let j=0;j<n;j++)if(a[j]!==a[j])a[j]=NaN;");
  }
  e.line(`${m}.length=n;return p;}`);
}

function lengthOf(list: Parameters<typeof listLength>[1]): number {
  return listLength(faults, list, 0);
}
