import { join } from "node:path";
import { expect, test } from "vitest";
import { exists } from "../src/machine.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("a file is there, or not, and what cannot be known is an error", async () => {
  const folder = await temporaryFolder({ file: "" });
  expect(await exists(join(folder, "file"))).toBe(true);
  expect(await exists(join(folder, "other"))).toBe(false);
  expect(await exists(join(folder, "file/below"))).toBe(false);
  await expect(exists(join(folder, "n".repeat(5000)))).rejects.toMatchObject({ code: "ENAMETOOLONG" });
});
