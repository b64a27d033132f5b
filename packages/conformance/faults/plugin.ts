import type { FaultsExports } from "test:faults/faults@1.0.0";

interface Basket {
  readonly apples: number;
  readonly heirs: bigint;
}

/** What a plugin in TypeScript can fail in. */
export const guest: FaultsExports["guest"] = {
  fail(fault) {
    const basket: Basket = { apples: 3, heirs: 0n };
    switch (fault) {
      case "message":
        return message(basket);
      case "error-value":
        return errorValue(basket);
      case "other-value":
        return otherValue(basket);
      case "nothing-there":
        return nothingThere([], 3);
      case "no-function":
        return noFunction(Object(basket));
      case "division-by-zero":
        return divisionByZero(basket);
      case "endless-recursion":
        return endlessRecursion(basket);
      case "rejected-promise":
        // @ts-expect-error: the contract has a number
        return rejectedPromise(basket);
      default:
        return 0;
    }
  },
};

function message({ apples }: Basket): never {
  throw new Error(`cannot share ${apples} apples`); // fault: message
}

class Shortage extends Error {
  override readonly name = "Shortage";
}

function errorValue({ apples }: Basket): never {
  throw new Shortage(`cannot share ${apples} apples`); // fault: error-value
}

function otherValue({ apples }: Basket): never {
  throw `cannot share ${apples} apples`; // fault: other-value
}

function nothingThere(baskets: readonly Basket[], index: number): number {
  return (baskets[index] as Basket).apples; // fault: nothing-there
}

function noFunction(basket: { readonly count: () => number }): number {
  return basket.count(); // fault: no-function
}

function divisionByZero({ apples, heirs }: Basket): number {
  return Number(BigInt(apples) / heirs); // fault: division-by-zero
}

function endlessRecursion(basket: Basket): number {
  return endlessRecursion({ ...basket, apples: basket.apples + 1 }) + 1; // fault: endless-recursion
}

async function rejectedPromise({ apples }: Basket): Promise<number> {
  await null;
  throw new Error(`cannot share ${apples} apples`); // fault: rejected-promise
}
