import type { CallbacksExports } from "test:callbacks/callbacks@1.0.0";
import * as host from "test:callbacks/host@1.0.0";

export const guest: CallbacksExports["guest"] = {
  nothing: () => host.nothing(),
  number: (value) => host.number(value),
  text: (value) => host.text(value),
  move: (value, by) => host.move(value, by),
  draw: (value) => host.draw(value),
  bytes: (values) => host.bytes(values),
  parse: (text) => host.parse(text),
  maybe: (value) => host.maybe(value),
  check: (value) => host.check(value),
};
