import { write } from "acme:text/log@1.0.0";

/** The text in capitals. What is thrown is the error of the result that `wit/world.wit` promises. */
export function transform(text) {
  write(`asked to shout ${text.length} letters`);
  if (text === "") throw "there is nothing to shout";
  return text.toUpperCase();
}
