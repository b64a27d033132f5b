import { write } from "acme:text/log@1.0.0";

export function transform(text) {
  write(text);
  if (text === "") throw "there is nothing to calm";
  return text.toLowerCase();
}
