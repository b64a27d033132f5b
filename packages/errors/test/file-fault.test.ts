import { fileFault } from "@polyplug/errors";
import { expect, test } from "vitest";

function system(code: string): Error {
  return Object.assign(new Error(`${code}: so it is, open '/tmp/a'`), { code });
}

test("what the system says against a file is told as a person would", () => {
  expect(fileFault(system("ENOENT"))).toBe("there is no such file or folder");
  expect(fileFault(system("EACCES"))).toBe("there is no permission");
  expect(fileFault(system("ENOSPC"))).toBe("the disk is full");
});

test("of anything else there is the message", () => {
  expect(fileFault(new Error("it is another"))).toBe("it is another");
  expect(fileFault(system("EWHATEVER"))).toBe("EWHATEVER: so it is, open '/tmp/a'");
  expect(fileFault("thrown")).toBe("thrown");
});
