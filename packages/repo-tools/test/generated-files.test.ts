import { apiSurface, currentFiles, describeViolation, workspacePackages } from "@polyplug/repo-tools";
import { describe, expect, test } from "vitest";
import { fixtureTree, manifest } from "./fixture-tree.ts";

const file = { path: "packages/wasi/api.generated.md", command: "npm run generate", make: () => "today" };

describe("currentFiles", () => {
  test("takes a file that is as it would be made", () => {
    expect(currentFiles(fixtureTree({ [file.path]: "today" }), [file])).toEqual([]);
  });

  test.each<Record<string, string>>([{}, { [file.path]: "yesterday" }])(
    "refuses a missing or a stale file",
    (files) => {
      expect(currentFiles(fixtureTree(files), [file]).map(describeViolation)).toEqual([
        "packages/wasi/api.generated.md: is not current: npm run generate",
      ]);
    },
  );

  test("refuses a file that says it is generated when nothing generates it", () => {
    expect(currentFiles(fixtureTree({ "examples/table.generated.ts": "" }), []).map(describeViolation)).toEqual([
      "examples/table.generated.ts: is called generated, and nothing generates it",
    ]);
  });
});

describe("apiSurface", () => {
  test("shows the declarations of each entry without their comments", () => {
    const tree = fixtureTree({
      "packages/wasi/package.json": manifest({
        name: "@polyplug/wasi",
        exports: {
          ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
          "./clock": { types: "./dist/clock.d.ts", default: "./dist/clock.js" },
          "./package.json": "./package.json",
        },
      }),
      "packages/wasi/dist/index.d.ts": '/** A grant. */\nexport interface Grant {\n  // why\n  url: "http://a";\n}\n',
      "packages/wasi/dist/clock.d.ts": "export declare const clock: number; // in ms\n",
    });
    const fence = "```";
    expect(workspacePackages(tree).map((one) => apiSurface(tree, one))).toEqual([
      [
        "# The public interface of @polyplug/wasi",
        "",
        "Generated from the built declarations; not to be edited.",
        "",
        "## @polyplug/wasi",
        "",
        `${fence}ts`,
        "export interface Grant {",
        '  url: "http://a";',
        "}",
        fence,
        "",
        "## @polyplug/wasi/clock",
        "",
        `${fence}ts`,
        "export declare const clock: number;",
        fence,
        "",
      ].join("\n"),
    ]);
  });
});
