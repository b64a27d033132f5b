import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { snapshot, tree } from "@polyplug/host/files";
import { expect, test } from "vitest";
import { FilePlugin } from "./file-plugin.ts";
import { scratch } from "./scratch.ts";

async function folder(): Promise<string> {
  const path = await scratch();
  mkdirSync(join(path, "sub/deep"), { recursive: true });
  writeFileSync(join(path, "a.txt"), "a");
  writeFileSync(join(path, "sub/b.txt"), "bb");
  symlinkSync("../a.txt", join(path, "sub/up"));
  return path;
}

test("a snapshot has what a directory has, at the moment at which it is taken", async () => {
  const path = await folder();
  const taken = await snapshot(path);
  writeFileSync(join(path, "a.txt"), "later");
  const plugin = await FilePlugin.load(tree({ "/data": taken }));
  expect([plugin.read("a.txt"), plugin.read("sub/b.txt"), plugin.read("sub/up")]).toEqual(["a", "bb", "a"]);
});

test("plugins share a snapshot, and see their own changes alone", async () => {
  const taken = await snapshot(await folder());
  const [one, two] = [
    await FilePlugin.load(tree({ "/": taken })),
    await FilePlugin.load(tree({ "/": { inner: taken } })),
  ];
  expect([one.write("a.txt", "changed"), one.unlink("sub/b.txt")]).toEqual([0, 0]);
  expect([two.read("inner/a.txt"), two.read("inner/sub/b.txt")]).toEqual(["a", "bb"]);
});

test("the filter is asked for every entry, and leaves out what is below one too", async () => {
  const path = await folder();
  const asked: string[] = [];
  const taken = await snapshot(path, {
    filter(entry, kind) {
      asked.push(`${kind} ${entry}`);
      return entry !== "sub";
    },
  });
  expect(asked).toEqual(["file a.txt", "directory sub"]);
  expect((await FilePlugin.load(tree({ "/": taken }))).read("sub/b.txt")).toBe(44);
});

test.each(["/etc/passwd", "../../outside", "../..", "deep/../../../x"])(
  "a symlink that may lead out is refused: %s",
  async (target) => {
    const path = await folder();
    symlinkSync(target, join(path, "sub/l"));
    await expect(snapshot(path)).rejects.toMatchObject({
      code: "unsupported",
      path: "sub/l",
      reason: "sub/l: it is a symlink that may lead out of the directory; options.filter can leave it out",
    });
    await expect(snapshot(path, { filter: (entry) => entry !== "sub/l" })).resolves.toBeDefined();
  },
);

test("the path of the directory itself may lead through symlinks", async () => {
  const path = await folder();
  const link = join(await scratch(), "link");
  symlinkSync(path, link);
  expect((await FilePlugin.load(tree({ "/": await snapshot(link) }))).read("a.txt")).toBe("a");
});

test.each([
  [{ maxBytes: 2 }, "it has more bytes than the 2 that options.maxBytes allows"],
  [{ maxEntries: 4 }, "it has more entries than the 4 that options.maxEntries allows"],
  [{ maxDepth: 1 }, "it has more directories within each other than the 1 that options.maxDepth allows"],
])("what is larger than %j is refused", async (options, reason) => {
  const path = await folder();
  await expect(snapshot(path, options)).rejects.toMatchObject({ code: "unsupported", reason });
  await expect(snapshot(path, { maxBytes: 3, maxEntries: 5, maxDepth: 2 })).resolves.toBeDefined();
});

test("options that are none, and what is no directory, are refused", async () => {
  const path = await folder();
  await expect(snapshot(path, { maxSize: 5 } as never)).rejects.toMatchObject({ path: "options.maxSize" });
  await expect(snapshot(path, { maxBytes: "5" })).rejects.toMatchObject({ path: "options.maxBytes" });
  await expect(snapshot(path, { maxDepth: 1.5 })).rejects.toMatchObject({ path: "options.maxDepth" });
  await expect(snapshot(join(path, "none"))).rejects.toMatchObject({
    code: "unreadable",
    reason: "there is no such file or folder",
  });
  await expect(snapshot(join(path, "a.txt"))).rejects.toMatchObject({ code: "unreadable" });
});
