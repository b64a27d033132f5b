import type { TextFilterExports } from "acme:text/text-filter@1.0.0";

/** The text in capitals. What is thrown is the error of the result that `wit/world.wit` promises. */
export const transform: TextFilterExports["transform"] = (text) => {
  if (text === "") throw "there is nothing to shout";
  return text.toUpperCase();
};
