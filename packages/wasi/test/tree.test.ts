import { FileTree, type TreeContent, type TreeOptions, tree } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { startGuest } from "./guests/start-guest.ts";

function failure(mounts: object, options?: object): unknown {
  try {
    tree(mounts as Record<string, TreeContent>, options as TreeOptions);
  } catch (error) {
    return error;
  }
  return undefined;
}

test("a tree is made of text, bytes and objects, whatever their names are", () => {
  const made = tree({ "/": { "a.txt": "a", "b.bin": new Uint8Array(3), ["__proto__"]: { c: "c" } } });
  expect(made).toBeInstanceOf(FileTree);
  expect(({} as Record<string, unknown>)["c"]).toBeUndefined();
});

test.each([
  [{ data: {} }, 'data: expected an absolute path such as "/data", without ".", ".." and a slash at its end'],
  [{ "/data/": {} }, '/data/: expected an absolute path such as "/data", without ".", ".." and a slash at its end'],
  [{ "/a/../b": {} }, '/a/../b: expected an absolute path such as "/data", without ".", ".." and a slash at its end'],
  [{ "/a": "text" }, '/a: expected an object or a snapshot, got "text"'],
  [{ "/a": { b: 5 } }, "/a/b: expected text, bytes, an object or a snapshot, got 5"],
  [{ "/a": { b: new Date() } }, "/a/b: expected text, bytes, an object or a snapshot, got a value of type object"],
  [{ "/": { "..": "x" } }, "/..: expected a name of 1 to 255 bytes without slash and NUL"],
  [{ "/": { "a/b": "x" } }, "/a/b: expected a name of 1 to 255 bytes without slash and NUL"],
  [{ "/": { ["ä".repeat(128)]: "x" } }, `/${"ä".repeat(128)}: expected a name of 1 to 255 bytes without slash and NUL`],
  [{ "/": { "\ud800": "x" } }, "/\\u{d800}: expected a name of 1 to 255 bytes without slash and NUL"],
])("what is no tree is refused: %j", (mounts, reason) => {
  expect(failure(mounts)).toMatchObject({ code: "bad-argument", action: "make a file tree", reason });
});

test.each([
  [{ readonly: true }, 'options has no key "readonly", did you mean "readOnly"'],
  [{ readOnly: ["/b"] }, 'options.readOnly: expected the path of a mount, got "/b"'],
  [{ readOnly: "/a" }, 'options.readOnly: expected true or an array of paths, got "/a"'],
  [{ maxBytes: "5" }, 'options.maxBytes: expected a count of bytes or a size such as "16MiB", got "5"'],
  [{ maxInodes: -1 }, "options.maxInodes: expected a whole number of 0 or more, got -1"],
  [{ maxHandles: 0 }, "options.maxHandles: expected a whole number of 1 or more, got 0"],
])("options that are none are refused: %j", (options, reason) => {
  expect(failure({ "/a": {} }, options)).toMatchObject({ code: "bad-argument", action: "make a file tree", reason });
});

test("an object that has itself is refused", () => {
  const round: Record<string, unknown> = {};
  round["x"] = round;
  expect(failure({ "/": round })).toMatchObject({
    code: "bad-argument",
    reason: expect.stringMatching(/^(\/x){256}: it is nested deeper than 256 directories$/),
  });
});

test("what tree() did not make is no grant", async () => {
  await expect(startGuest(allFunctions, { files: { "/": {} } as never })).rejects.toMatchObject({
    code: "bad-argument",
    path: "grant.files",
    reason: "expected what tree() gives, got a value of type object",
  });
});
