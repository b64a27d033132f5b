import { describeViolation, libraryExamples, readmeExample, readmeExamples } from "@polyplug/repo-tools";
import { describe, expect, test } from "vitest";
import { fixtureTree, manifest } from "./fixture-tree.ts";

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

describe("the examples of a repository", () => {
  const library = manifest({ name: "@polyplug/wasi", exports: { ".": "./dist/index.js" } });
  const tree = fixtureTree({
    "README.md": "<!-- example: one -->\n\n<!-- example: two -->\n",
    "packages/wasi/README.md": page(""),
    "packages/wasi/package.json": library,
    "packages/host/README.md": "Not `<!-- example: host -->`, but of it.\n",
    "packages/host/package.json": library,
    "packages/cli/README.md": "",
    "packages/cli/package.json": manifest({ name: "polyplug" }),
    "packages/tour/README.md": "",
    "packages/tour/package.json": manifest({ private: true, exports: { ".": "./src/index.ts" } }),
  });

  test("are those that stand in a README", () => {
    expect(readmeExamples(tree)).toEqual([
      { path: "README.md", name: "one" },
      { path: "README.md", name: "two" },
      { path: "packages/wasi/README.md", name: "first" },
    ]);
  });

  test("are asked of every published library", () => {
    expect(libraryExamples(tree).map(describeViolation)).toEqual([
      "packages/host/README.md: has no example: mark one with <!-- example: NAME -->",
    ]);
  });
});
