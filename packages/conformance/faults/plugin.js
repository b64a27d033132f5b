/** What a plugin in JavaScript can fail in. */
export const guest = {
  fail(fault) {
    switch (fault) {
      case "message":
        return message(3);
      case "error-value":
        return errorValue(3);
      case "other-value":
        return otherValue(3);
      case "nothing-there":
        return nothingThere(undefined);
      case "no-function":
        return noFunction({});
      case "division-by-zero":
        return divisionByZero(3n, 0n);
      case "endless-recursion":
        return endlessRecursion(3);
      case "rejected-promise":
        return rejectedPromise(3);
      default:
        return 0;
    }
  },
};

function message(apples) {
  throw new Error(`cannot share ${apples} apples`); // fault: message
}

class Shortage extends Error {
  name = "Shortage";
}

function errorValue(apples) {
  throw new Shortage(`cannot share ${apples} apples`); // fault: error-value
}

function otherValue(apples) {
  throw `cannot share ${apples} apples`; // fault: other-value
}

function nothingThere(basket) {
  return basket.apples; // fault: nothing-there
}

function noFunction(basket) {
  return basket.count(); // fault: no-function
}

function divisionByZero(apples, heirs) {
  return Number(apples / heirs); // fault: division-by-zero
}

function endlessRecursion(apples) {
  return endlessRecursion(apples + 1) + 1; // fault: endless-recursion
}

async function rejectedPromise(apples) {
  await null;
  throw new Error(`cannot share ${apples} apples`); // fault: rejected-promise
}
