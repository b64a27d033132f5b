import { readFile } from "node:fs/promises";
import { ResultError } from "@polyplug/host";
import { expect, test } from "vitest";
import { plugins } from "./plugins.ts";

const { load } = plugins();
const page = await readFile(new URL("../README.md", import.meta.url), "utf8");
const block = (language: string): string => new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(page)?.[1] ?? "";

interface Filter {
  transform(text: string, times: number | undefined): string;
}

test("the plugin of the README does what it says", async () => {
  const lines: string[] = [];
  const imports = { "acme:text/log": { write: (line: string) => lines.push(line) } };
  const plugin = await load<Filter>(block("wit"), block("ts"), { imports });
  expect(plugin.exports.transform("hey", undefined)).toBe("HEY");
  expect(plugin.exports.transform("zwölf", 2)).toBe("ZWÖLFZWÖLF");
  expect(() => plugin.exports.transform("", 1)).toThrow(ResultError);
  expect(lines).toEqual([3, 5, 0].map((count) => `asked to shout ${count} letters`));
  expect(plugin.info.imports.map(({ module, name }) => `${module} ${name}`)).toEqual(["acme:text/log@1.0.0 write"]);
});
