import {
  closeSync,
  constants,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { applyDiff, snapshot, tree } from "@polyplug/host/files";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FilePlugin } from "./file-plugin.ts";
import { contentOf, scratch } from "./scratch.ts";

const { O_CREAT, O_NOFOLLOW, O_TRUNC, O_WRONLY } = constants;

const names = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
/** With `..` where it cannot lead out: behind a name, once. */
const path = fc.oneof(
  names,
  fc.tuple(names, names).map((parts) => parts.join("/../")),
  fc.constantFrom("a/b/", "c/", "b/."),
);

/** A slash behind the name of a link to be is where wasmtime, whose answer is ours, differs from Linux. */
const differs = ({ what, path, other }: Step): boolean =>
  (what === "symlink" && path.endsWith("/")) || (what === "link" && other.endsWith("/"));

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom("write", "mkdir", "unlink", "rmdir", "rename", "link", "symlink"),
  path,
  other: path,
  target: names,
});
const step = anyStep.filter((one) => !differs(one));

interface Step {
  readonly what: "write" | "mkdir" | "unlink" | "rmdir" | "rename" | "link" | "symlink";
  readonly path: string;
  readonly other: string;
  /** Of a symlink. */
  readonly target: string;
}

/** The error number of what a plugin does to its files. */
function take(plugin: FilePlugin, { what, path: at, other, target }: Step): number {
  switch (what) {
    case "write":
      return plugin.write(at, other);
    case "rename":
    case "link":
      return plugin[what](at, other);
    case "symlink":
      return plugin.symlink(target, at);
    default:
      return plugin[what](at);
  }
}

/** The same done to a folder by the operating system. */
function takeNatively(folder: string, { what, path: at, other, target }: Step): void {
  // Joined by hand, for `join` makes `a/../b` the same as `b`.
  const [from, to] = [`${folder}/${at}`, `${folder}/${other}`];
  switch (what) {
    case "write":
      writeNatively(from, other);
      break;
    case "mkdir":
      mkdirSync(from);
      break;
    case "unlink":
      unlinkSync(from);
      break;
    case "rmdir":
      rmdirSync(from);
      break;
    case "rename":
      renameSync(from, to);
      break;
    case "link":
      linkSync(from, to);
      break;
    case "symlink":
      symlinkSync(target, from);
  }
}

function writeNatively(file: string, text: string): void {
  const fd = openSync(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
  try {
    writeSync(fd, text);
  } finally {
    closeSync(fd);
  }
}

const errors = ["EBUSY", "EEXIST", "EINVAL", "EISDIR", "ELOOP", "ENOENT", "ENOTDIR", "ENOTEMPTY", "EPERM"];
const numbers = [10, 20, 28, 31, 32, 44, 54, 55, 63];

function errnoOf(action: () => void): number {
  try {
    action();
    return 0;
  } catch (error) {
    return numbers[errors.indexOf(String((error as NodeJS.ErrnoException).code))] ?? -1;
  }
}

/** A folder as every run begins with it. */
function fill(folder: string): void {
  mkdirSync(join(folder, "a/b"), { recursive: true });
  writeFileSync(join(folder, "a/b/c"), "deep");
  writeFileSync(join(folder, "a/a"), "a");
  writeFileSync(join(folder, "b"), "b");
  symlinkSync("a/a", join(folder, "c"));
}

// Other systems have error numbers of their own for some of it.
test.runIf(process.platform === "linux")(
  "a plugin's files do what those of Linux do, and so does what is written back",
  async () => {
    const parent = await scratch();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        run++;
        const [folder, native] = [join(parent, `${run}`), join(parent, `${run}-native`)];
        fill(folder);
        fill(native);
        const plugin = await FilePlugin.load(tree({ "/": await snapshot(folder) }));
        for (const one of steps) {
          expect([one, take(plugin, one)]).toEqual([one, errnoOf(() => takeNatively(native, one))]);
        }
        const changes = plugin.plugin.files?.diff("/") ?? [];
        await applyDiff(folder, changes);
        expect(contentOf(folder)).toEqual(contentOf(native));
        await applyDiff(folder, changes);
        expect(contentOf(folder)).toEqual(contentOf(native));
        plugin.plugin.dispose();
        await rm(folder, { recursive: true });
        await rm(native, { recursive: true });
      }),
      { numRuns: 150 },
    );
  },
);
