import { messageOf, PluginError } from "@polyplug/errors";
import { expect, test } from "vitest";

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const secretive = Object.defineProperty(new Error("x"), "message", {
  get: () => {
    throw new Error("no");
  },
});

// Made inside of the test, for the test runner cannot look at some of them either.
test.each<[() => unknown, string]>([
  [() => new TypeError("bad"), "bad"],
  [() => "text", "text"],
  [() => undefined, "undefined"],
  [() => null, "null"],
  [() => Symbol("s"), "Symbol(s)"],
  [() => Object.create(null), "a value of type object was thrown"],
  [() => Object.assign(new Error("x"), { message: Symbol("m") }), "Symbol(m)"],
  [() => secretive, "a value was thrown that cannot be looked at"],
  [revoked, "a value was thrown that cannot be looked at"],
])("whatever is thrown has a message", (make, message) => {
  expect(messageOf(make())).toBe(message);
});

test("a proxy that throws when it is looked at is no PluginError", () => {
  expect(PluginError.is(revoked())).toBe(false);
});
