import { bytes, check, draw, maybe, move, nothing, number, parse, text } from "test:callbacks/host@1.0.0";

export const guest = {
  nothing: () => nothing(),
  number: (value) => number(value),
  text: (value) => text(value),
  move: (value, by) => move(value, by),
  draw: (value) => draw(value),
  bytes: (values) => bytes(values),
  parse: (value) => parse(value),
  maybe: (value) => maybe(value),
  check: (value) => check(value),
};
