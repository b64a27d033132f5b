import { expect, test } from "vitest";
import { countNative } from "./count-native.mjs";

test("cargo's programs and examples are added up", () => {
  const output = `running 3 tests
test a ... ok
test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s

   Doc-tests polyplug_sdk
test result: FAILED. 4 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.31s
`;
  expect(countNative(output)).toEqual({ passed: 6, failed: 1, skipped: 1 });
});

test("Go's tests are counted one by one, and not those within them", () => {
  const output = `=== RUN   TestA
--- PASS: TestA (0.00s)
    --- PASS: TestA/within (0.00s)
--- FAIL: TestB (0.00s)
--- SKIP: TestC (0.00s)
FAIL
FAIL	example.com/a	0.002s
`;
  expect(countNative(output)).toEqual({ passed: 1, failed: 1, skipped: 1 });
});

test("a plain line of totals counts, and nothing that only looks like one", () => {
  expect(countNative("12 passed, 0 failed\n1 passed, 2 failed, 3 skipped\nall 9 passed, 9 failed\n")).toEqual({
    passed: 13,
    failed: 2,
    skipped: 3,
  });
  expect(countNative("nothing\n")).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
