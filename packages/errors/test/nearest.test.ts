import { nearest } from "@polyplug/errors";
import { expect, test } from "vitest";

test.each([
  ["stduot", ["stderr", "stdout"], "stdout"],
  ["STDOUT", ["stderr", "stdout"], "stdout"],
  ["ad", ["add", "and"], "add"],
  ["a", ["b"], "b"],
  ["", ["b"], undefined],
  ["filesystem", ["stderr", "stdout"], undefined],
  ["toString", ["nothing"], undefined],
  ["resultion", ["resolution"], "resolution"],
  ["add", [], undefined],
])("nearest to %s of %o is %s", (word, known, near) => {
  expect(nearest(word, known)).toBe(near);
});

test("a word that is far too long is not compared letter by letter", () => {
  const known = Array.from({ length: 1_000 }, () => "a".repeat(1_000_000));
  expect(nearest("adder", [...known, "adders"])).toBe("adders");
});
