import { Fault } from "./bindings/guest";

/** What a plugin in AssemblyScript can fail in. */
export namespace guest {
  export function fail(fault: Fault): u32 {
    switch (fault) {
      case Fault.Message:
        return message(3);
      case Fault.FailedAssertion:
        return failedAssertion(3);
      case Fault.Abort:
        return giveUp(3);
      case Fault.IndexOutOfBounds:
        return indexOutOfBounds([1, 2], 3);
      case Fault.NothingThere:
        return nothingThere(null);
      case Fault.DivisionByZero:
        return divisionByZero(3, 0);
      case Fault.TrapInstruction:
        return trapInstruction(3);
      case Fault.EndlessRecursion:
        return endlessRecursion(3);
      default:
        return 0;
    }
  }
}

class Basket {
  apples: u32 = 3;
}

function message(apples: u32): u32 {
  throw new Error(`cannot share ${apples} apples`); // fault: message
}

function failedAssertion(apples: u32): u32 {
  assert(apples == 2, "too many apples"); // fault: failed-assertion
  return apples;
}

function giveUp(apples: u32): u32 {
  abort(); // fault: abort in giveUp
  return apples;
}

function indexOutOfBounds(apples: u32[], index: i32): u32 {
  return apples[index]; // fault: index-out-of-bounds
}

function nothingThere(basket: Basket | null): u32 {
  return basket!.apples; // fault: nothing-there
}

function divisionByZero(apples: u32, heirs: u32): u32 {
  return apples / heirs; // fault: division-by-zero
}

function trapInstruction(apples: u32): u32 {
  if (apples == 3) unreachable(); // fault: trap-instruction
  return apples;
}

function endlessRecursion(apples: u32): u32 {
  return endlessRecursion(apples + 1) + 1; // fault: endless-recursion
}
