import fc from "fast-check";
import { expect, test } from "vitest";
import { E, type FileGuest, follow, O, read, startFileGuest, write } from "../files/file-guest.ts";
import { codeOf, namesIn, openDirectory, startFiles } from "../preview2/files/start-files.ts";
import { bytesOf, type Descriptor, textOf } from "../preview2/start-preview2.ts";

/** The error codes of 0.2 for the error numbers of preview1. */
const codes: Readonly<Record<number, string>> = {
  [E.success]: "ok",
  [E.busy]: "busy",
  [E.exist]: "exist",
  [E.inval]: "invalid",
  [E.isdir]: "is-directory",
  [E.loop]: "loop",
  [E.nametoolong]: "name-too-long",
  [E.noent]: "no-entry",
  [E.nospc]: "insufficient-space",
  [E.notdir]: "not-directory",
  [E.notempty]: "not-empty",
  [E.perm]: "not-permitted",
  [E.notcapable]: "not-permitted",
  [E.xdev]: "cross-device",
};

interface Step {
  readonly what: "mkdir" | "write" | "unlink" | "rmdir" | "rename" | "symlink" | "link" | "stat";
  readonly path: string;
  readonly other: string;
}

const component = fc.constantFrom("a", "b", "c", "..", ".", "");
const path = fc.array(component, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom("mkdir", "write", "unlink", "rmdir", "rename", "symlink", "link", "stat"),
  path,
  other: path,
});

/** What a step gives on preview1. */
function onPreview1(guest: FileGuest, { what, path, other }: Step): unknown {
  switch (what) {
    case "write": {
      const fd = guest.open(path, { flags: O.creat, rights: read | write, lookup: follow });
      if (fd < 0) return codes[-fd];
      const errno = guest.write(fd, other);
      guest.close(fd);
      return codes[errno];
    }
    case "stat": {
      const stat = guest.stat(path);
      return typeof stat === "number" ? codes[stat] : { links: stat.links, size: stat.size };
    }
    case "symlink":
      return codes[guest.symlink(other, path)];
    case "rename":
      return codes[guest.rename(path, other)];
    case "link":
      return codes[guest.link(path, other)];
    default:
      return codes[guest[what](path)];
  }
}

/** The same on 0.2. */
function onPreview2(root: Descriptor, { what, path, other }: Step): unknown {
  switch (what) {
    case "mkdir":
      return codeOf(() => root.createDirectoryAt(path));
    case "write":
      return codeOf(() => {
        const flags = { read: true, write: true };
        const file = root.openAt({ symlinkFollow: true }, path, { create: true }, flags);
        file.write(bytesOf(other), 0n);
        file[Symbol.dispose]();
      });
    case "unlink":
      return codeOf(() => root.unlinkFileAt(path));
    case "rmdir":
      return codeOf(() => root.removeDirectoryAt(path));
    case "rename":
      return codeOf(() => root.renameAt(path, root, other));
    case "symlink":
      return codeOf(() => root.symlinkAt(other, path));
    case "link":
      return codeOf(() => root.linkAt({}, path, root, other));
    case "stat": {
      let answer: unknown;
      const code = codeOf(() => {
        const { linkCount, size } = root.statAt({}, path);
        answer = { links: Number(linkCount), size: Number(size) };
      });
      return answer ?? code;
    }
  }
}

/** All that is below a directory, by its path. */
function everything(directory: Descriptor, above = ""): string[] {
  return namesIn(directory).flatMap((name) => {
    const { type } = directory.statAt({}, name);
    if (type === "directory")
      return [`${above}${name}/`, ...everything(openDirectory(directory, name), `${above}${name}/`)];
    if (type === "symbolic-link") return [`${above}${name} -> ${directory.readlinkAt(name)}`];
    const file = directory.openAt({}, name, {}, { read: true });
    return [`${above}${name}: ${textOf(file.read(1000n, 0n)[0])}`];
  });
}

/** The same by the other face. */
function everythingOf(guest: FileGuest, above = ""): string[] {
  const fd = above === "" ? 3 : guest.open(above.slice(0, -1), { flags: O.directory });
  return guest.list(fd).flatMap((name) => {
    const link = guest.readlink(`${above}${name}`);
    if (typeof link === "string") return [`${above}${name} -> ${link}`];
    const stat = guest.stat(`${above}${name}`);
    if (typeof stat !== "number" && stat.type === 3) {
      return [`${above}${name}/`, ...everythingOf(guest, `${above}${name}/`)];
    }
    return [`${above}${name}: ${guest.content(`${above}${name}`)}`];
  });
}

test("both faces do the same to a tree, whatever is done, and tell the same errors", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      const content = { a: { b: "text" }, c: "more" };
      const [guest, { root }] = await Promise.all([startFileGuest(content), startFiles(content)]);
      for (const one of steps) expect(onPreview2(root, one), JSON.stringify(one)).toEqual(onPreview1(guest, one));
      expect(everything(root)).toEqual(everythingOf(guest));
    }),
    { numRuns: 200 },
  );
});
