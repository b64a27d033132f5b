import { readmeExample } from "@polyplug/repo-tools";
import { describe, expect, test } from "vitest";

const fence = "```";
const page = (code: string) =>
  `# Title\n\n${fence}ts\nother();\n${fence}\n\n<!-- example: first -->\n\n${fence}ts\n${code}${fence}\n`;

describe("readmeExample", () => {
  test("takes the block below its marker", () => {
    expect(readmeExample(page("run();\n"), "first")).toEqual({ code: "run();\n", output: "" });
  });

  test("reads the output beside and below console.log, and no other comment", () => {
    const code = [
      "// Loads the plugin.",
      "console.log(a); // 8",
      'console.log("http://b");',
      "// first line",
      "//   second line",
      "done(); // not printed",
      "",
    ].join("\n");
    expect(readmeExample(page(code), "first").output).toBe("8\nfirst line\n  second line");
  });

  test("says which example is missing", () => {
    expect(() => readmeExample(page(""), "second")).toThrow("cannot find the example second");
  });
});
