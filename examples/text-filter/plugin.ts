import { write } from "acme:text/log@1.0.0";
import type { TextFilterExports } from "acme:text/text-filter@1.0.0";

export const transform: TextFilterExports["transform"] = (text) => {
  write("TypeScript is asked to shout");
  // What is thrown, when it is no Error, is what the error of the contract carries.
  if (text === "") throw "there is nothing to shout";
  return text.toUpperCase();
};
