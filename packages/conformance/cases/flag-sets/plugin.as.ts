import { Tuple3, Tuple6 } from "@polyplug/sdk-assemblyscript";
import { Eight, Nine, One, Seventeen, Sixteen, ThirtyTwo } from "./bindings/bits";

export namespace bits {
  export function echoOne(value: One): One { return value; }
  export function echoEight(value: Eight): Eight { return value; }
  export function echoNine(value: Nine): Nine { return value; }
  export function echoSixteen(value: Sixteen): Sixteen { return value; }
  export function echoSeventeen(value: Seventeen): Seventeen { return value; }
  export function echoThirtyTwo(value: ThirtyTwo): ThirtyTwo { return value; }
  export function echoList(values: StaticArray<Nine>): StaticArray<Nine> { return values; }
  export function highest(): Tuple6<One, Eight, Nine, Sixteen, Seventeen, ThirtyTwo> {
    return new Tuple6<One, Eight, Nine, Sixteen, Seventeen, ThirtyTwo>(
      One.B0, Eight.B7, Nine.B8, Sixteen.B15, Seventeen.B16, ThirtyTwo.B31,
    );
  }
  export function hasHighest(a: Eight, b: Nine, c: ThirtyTwo): Tuple3<bool, bool, bool> {
    return new Tuple3<bool, bool, bool>((a & Eight.B7) != 0, (b & Nine.B8) != 0, (c & ThirtyTwo.B31) != 0);
  }
}
