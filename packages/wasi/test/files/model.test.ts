import fc from "fast-check";
import { expect, test } from "vitest";
import { E, type FileGuest, follow, O, read, startFileGuest, write } from "./file-guest.ts";

/** A tree as one would write it down: a directory is a map, a file its text in a box, a symlink a path. */
type Entry = Directory | { text: string } | { target: string };
type Directory = Map<string, Entry>;

const names = ["a", "b", "c"];

/** Follows a path by the rules, component by component, over plain maps. */
function lookUp(root: Directory, path: string, how: "follow" | "entry"): Entry | number {
  const stack = [root];
  const pending = path.split("/");
  let hops = 0;
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    const directory = stack.at(-1) ?? root;
    if (name === "..") {
      stack.pop();
      if (stack.length === 0) return E.notcapable;
      continue;
    }
    const entry = directory.get(name);
    if (entry === undefined) return E.noent;
    if ("target" in entry && (pending.length > 0 || how === "follow")) {
      if (++hops > 40) return E.loop;
      pending.unshift(...entry.target.split("/"));
    } else if (entry instanceof Map) stack.push(entry);
    else return pending.length > 0 ? E.notdir : entry;
  }
  return stack.at(-1) ?? root;
}

/** The directory that a path's last component is in, and that component. */
function parentOf(root: Directory, path: string): { directory: Directory; name: string } | number {
  const [, above, name = ""] = /^(?:(.*)\/)?([^/]*)$/.exec(path) ?? [];
  const directory = above === undefined ? root : lookUp(root, above, "follow");
  if (typeof directory === "number") return directory;
  return directory instanceof Map ? { directory, name } : E.notdir;
}

function holds(directory: Entry, sought: Entry): boolean {
  return (
    directory === sought || (directory instanceof Map && [...directory.values()].some((one) => holds(one, sought)))
  );
}

interface Step {
  readonly what: "mkdir" | "write" | "append" | "unlink" | "rmdir" | "rename" | "symlink" | "link";
  readonly path: string;
  readonly other: string;
}

/** What a step does to the model: an error number, with nothing changed, or zero. */
function play(root: Directory, { what, path, other }: Step): number {
  if (what === "write" || what === "append") return playWrite(root, what, path, other);
  const place = parentOf(root, path);
  if (typeof place === "number") return place;
  const { directory, name } = place;
  const entry = directory.get(name);
  const to = what === "rename" || what === "link" ? parentOf(root, other) : place;
  if (what === "mkdir" || what === "symlink") {
    if (entry !== undefined) return E.exist;
    directory.set(name, what === "mkdir" ? new Map() : { target: other });
    return 0;
  }
  if (what === "rename" && typeof to === "number") return to;
  if (entry === undefined) return E.noent;
  if (typeof to === "number") return to;
  if (what === "rename") return playRename(directory, name, entry, to);
  if (what === "link") {
    if (to.directory.has(to.name)) return E.exist;
    if (entry instanceof Map) return E.perm;
    to.directory.set(to.name, entry);
    return 0;
  }
  if (what === "unlink" && entry instanceof Map) return E.isdir;
  if (what === "rmdir" && !(entry instanceof Map)) return E.notdir;
  if (what === "rmdir" && entry instanceof Map && entry.size > 0) return E.notempty;
  directory.delete(name);
  return 0;
}

function playRename(from: Directory, name: string, entry: Entry, to: { directory: Directory; name: string }): number {
  const replaced = to.directory.get(to.name);
  if (holds(entry, to.directory)) return E.inval;
  if (replaced !== undefined && holds(replaced, from)) return E.notempty;
  if (replaced === entry) return 0;
  if (replaced instanceof Map) {
    if (!(entry instanceof Map)) return E.isdir;
    if (replaced.size > 0) return E.notempty;
  } else if (replaced !== undefined && entry instanceof Map) return E.notdir;
  from.delete(name);
  to.directory.delete(to.name);
  to.directory.set(to.name, entry);
  return 0;
}

function playWrite(root: Directory, what: "write" | "append", path: string, text: string): number {
  let at = path;
  let found = lookUp(root, at, "follow");
  // A dangling link makes the file that it leads to; the model follows the last one by hand.
  while (found === E.noent) {
    const place = parentOf(root, at);
    if (typeof place === "number") return place;
    const entry = place.directory.get(place.name);
    if (entry === undefined) {
      place.directory.set(place.name, { text });
      return 0;
    }
    if (!("target" in entry)) return E.noent;
    at = `${at.slice(0, at.length - place.name.length)}${entry.target}`;
    found = lookUp(root, at, "follow");
  }
  if (typeof found === "number") return found;
  if (!("text" in found)) return E.isdir;
  found.text = what === "append" ? found.text + text : text + found.text.slice(text.length);
  return 0;
}

/** The same step, taken by a guest. */
function take(guest: FileGuest, { what, path, other }: Step): number {
  switch (what) {
    case "write":
    case "append": {
      const fdFlags = what === "append" ? 1 : 0;
      const fd = guest.open(path, { flags: O.creat, rights: read | write, fdFlags, lookup: follow });
      if (fd < 0) return -fd;
      const errno = guest.write(fd, other);
      guest.close(fd);
      return errno;
    }
    case "symlink":
      return guest.symlink(other, path);
    case "rename":
      return guest.rename(path, other);
    case "link":
      return guest.link(path, other);
    default:
      return guest[what](path);
  }
}

function seen(guest: FileGuest, fd = 3): unknown {
  return guest.entries(fd).flatMap(({ name, type }) => {
    if (name === "." || name === "..") return [];
    if (type !== 3) return [[name, type === 7 ? "link" : contentOf(guest, name, fd)]];
    const opened = guest.open(name, { flags: O.directory }, fd);
    const inside = seen(guest, opened);
    guest.close(opened);
    return [[name, inside]];
  });
}

function contentOf(guest: FileGuest, name: string, fd: number): string {
  const opened = guest.open(name, {}, fd);
  const text = guest.read(opened, 1000);
  guest.close(opened);
  return `=${text}`;
}

function expected(directory: Directory): unknown {
  return [...directory].map(([name, entry]) => {
    if (entry instanceof Map) return [name, expected(entry)];
    return [name, "target" in entry ? "link" : `=${entry.text}`];
  });
}

const path = fc
  .array(fc.constantFrom(...names, "..", "a", "b"), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join("/"))
  .filter((text) => !text.endsWith(".."));

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom("mkdir", "mkdir", "write", "append", "unlink", "rmdir", "rename", "symlink", "link"),
  path,
  other: path,
});

test("a tree does what a tree of maps does, whatever is done to it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const guest = await startFileGuest({ a: { b: "text" }, c: "c" });
      const root: Directory = new Map<string, Entry>([
        ["a", new Map([["b", { text: "text" }]])],
        ["c", { text: "c" }],
      ]);
      for (const one of steps) {
        expect([one, take(guest, one)]).toEqual([one, play(root, one)]);
        expect(seen(guest)).toEqual(expected(root));
      }
    }),
    { numRuns: 150 },
  );
});
