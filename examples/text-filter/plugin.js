import { write } from "acme:text/log@1.0.0";

export function transform(text) {
  write("JavaScript is asked to shout");
  if (text === "") throw "there is nothing to shout";
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
