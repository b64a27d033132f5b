import { expect, test, vi } from "vitest";
import { countTests } from "./count-tests.mjs";

const file = (status, ...tests) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

test("tests are counted over all files", () => {
  const testResults = [file("passed", "passed", "skipped", "todo"), file("failed", "failed", "passed")];
  expect(countTests({ testResults }, new Error("exit code 1"))).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test("a file that cannot be imported counts as one failed test", () => {
  expect(countTests({ testResults: [file("failed"), file("passed", "passed")] }, new Error("exit code 1"))).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

test("a run that ends badly has failed, whatever its report says", () => {
  const told = vi.spyOn(console, "error").mockReturnValue();
  expect(countTests({ testResults: [file("passed", "passed")] }, new Error("vitest: exit code 1"))).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
  expect(countTests({ testResults: [] }, new Error("vitest: SIGKILL"))).toMatchObject({ failed: 1 });
  expect(told.mock.calls).toEqual([["vitest: exit code 1"], ["vitest: SIGKILL"]]);
  told.mockRestore();
});
