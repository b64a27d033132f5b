import { describeViolation, packedLinks } from "@polyplug/repo-tools";
import { expect, test } from "vitest";
import { fixtureTree } from "./fixture-tree.ts";

function check(readme: string, ...files: string[]): string[] {
  const tree = fixtureTree({ "packages/host/README.md": readme, "packages/host/docs/limits.md": "" });
  const packed = {
    name: "@polyplug/host",
    id: "host",
    folder: "packages/host",
    manifest: {},
    isPublished: true,
    tarball: "host.tgz",
    packedSize: 0,
    unpackedSize: 0,
    files: ["package.json", "README.md", ...files],
  };
  return packedLinks(tree, packed).map(describeViolation);
}

test("a README may link to what is packed, to its own headings and to other places", () => {
  const readme = "[limits](./docs/limits.md#time), [below](#below), [there](https://example.org/a.md)";
  expect(check(readme, "docs/limits.md")).toEqual([]);
});

test("a README may not link to what the repository alone has", () => {
  expect(check("see\n[limits](./docs/limits.md#time) or [others](../wasi/README.md)")).toEqual([
    "packages/host/README.md:2: links to ./docs/limits.md, which is not packed",
    "packages/host/README.md:2: links to ../wasi/README.md, which is not packed",
  ]);
});
