import { Label } from "./bindings/labels";

export namespace labels {
  export function echo(value: Label): Label { return value; }
  export function echoList(values: StaticArray<Label>): StaticArray<Label> { return values; }
  export function numberOf(value: Label): u32 { return value; }
  export function last(): Label { return Label.L256; }
}
