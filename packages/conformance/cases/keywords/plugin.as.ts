import { Cases, Choices, Fields, Labels, StructResource } from "./bindings/class";
import { delete_ } from "./bindings/new";

export namespace class_ {
  export class Struct extends StructResource {
    constructor(private value: u8) {
      super();
    }

    delete_(): u8 {
      return this.value;
    }

    typeof_(void_: u8): u8 {
      return this.value + void_;
    }
  }

  export function fn(this_: Fields): Fields { return this_; }
  export function switch_(case_: Cases): Cases { return case_; }
  export function go(goto: Labels): Labels { return goto; }
  export function typeof_(template: Choices): Choices { return template; }
  export function yield_(await_: string, async_: u8): string { return delete_(await_, async_); }
  export function import_(
    char_: u8, double: u8, long: u8, operator: u8, return_: u8, var_: u8, self: u8, sizeT: u8, len: u8, ptr: u8, ret: u8,
    result: u8,
  ): u32 {
    return <u32>char_ + double + long + operator + return_ + var_ + self + sizeT + len + ptr + ret + result;
  }
}
