import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { type Part, readTranscript, writeTranscript } from "./transcript.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

const cases = new URL("cases/", import.meta.url);
const names = readdirSync(cases).filter((name) => name.endsWith(".transcript"));
const bless = process.env["BLESS"] === "1";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  return () => workplace.remove();
});

// A transcript is what its commands print. With BLESS=1 it is written anew, to be read before it is committed.
describe("transcripts", () => {
  test.each(names)("%s", async (name) => {
    const file = new URL(name, cases);
    const text = await readFile(file, "utf8");
    const found: Part[] = [];
    for (const part of readTranscript(text)) {
      found.push("prose" in part ? part : { command: part.command, ...(await workplace.shell(part.command)) });
    }
    const written = writeTranscript(found);
    if (bless) await writeFile(file, written);
    else expect(written).toBe(text);
    expect(found.some((part) => "command" in part)).toBe(true);
  });
});
