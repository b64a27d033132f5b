import type { LoadOptions } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { contractIn } from "./contracts.ts";
import { failure } from "./failure.ts";
import { abis, load } from "./load.ts";

const resources = await contractIn("resources.wit");

const files = "polyplug:hostile-resources/files";

/** Everything that a guest may import, under names that the text of a test can call. */
const imports = `
  (import "$root" "again" (func $again))
  (import "${files}" "[method]file.read" (func $read (param i32) (result i32)))
  (import "${files}" "take" (func $take (param i32)))
  (import "${files}" "take-two" (func $take-two (param i32 i32)))
  (import "${files}" "lend" (func $lend (param i32)))
  (import "${files}" "lend-and-take" (func $lend-and-take (param i32 i32)))
  (import "${files}" "list-of" (func $list-of (param i32 i32)))
  (import "${files}" "make" (func $make (result i32)))
  (import "${files}" "find-folder" (func $folder (result i32)))
  (import "${files}" "[resource-drop]file" (func $drop (param i32)))
  (import "${files}" "[resource-drop]folder" (func $drop-folder (param i32)))
  (import "[export]${files}" "[resource-new]file" (func $new (param i32) (result i32)))
  (import "[export]${files}" "[resource-rep]file" (func $rep (param i32) (result i32)))
  (import "[export]${files}" "[resource-drop]file" (func $drop-own (param i32)))
  (global $h (mut i32) (i32.const 0))
  (func (export "count") (result i32) (i32.const 7))`;

const run = (work: string): string => `(func (export "run") ${work})`;

/** What a host provides, and what became of it. */
function host() {
  const log: string[] = [];
  let made = 0;
  class File {
    readonly number = ++made;
    static open(): File {
      return new File();
    }
    read(): number {
      return this.number;
    }
    [Symbol.dispose](): void {
      log.push(`disposed ${this.number}`);
    }
  }
  class Folder {}
  const taken: unknown[] = [];
  return {
    log,
    taken,
    File,
    imports: {
      again: () => undefined,
      [files]: {
        File,
        Folder,
        take: (file: File) => void taken.push(file),
        takeTwo: (...both: File[]) => void taken.push(...both),
        lend: (file: File) => void log.push(`lent ${file.number}`),
        lendAndTake: (_: File, file: File) => void taken.push(file),
        listOf: (list: File[]) => void taken.push(...list),
        make: () => new File(),
        findFolder: () => new Folder(),
      },
    },
  };
}

describe.each(abis)("%s: a handle of a guest's", (canonicalAbi) => {
  const made = "(global.set $h (call $make))";
  const h = "(global.get $h)";
  const borrowing = `(func (export "keep") (param $b i32) `;

  test.each([
    ["that never was", "(call $take (i32.const 99))", "there is no handle 99"],
    ["0", "(call $lend (i32.const 0))", "there is no handle 0"],
    ["that is negative", "(call $take (i32.const -1))", "there is no handle 4294967295"],
    ["0, read", "(drop (call $read (i32.const 0)))", "there is no handle 0"],
    ["0, dropped", "(call $drop (i32.const 0))", "there is no such handle"],
    ["that never was, dropped", "(call $drop (i32.const 99))", "there is no such handle"],
    ["that is dropped twice", `${made} (call $drop ${h}) (call $drop ${h})`, "there is no such handle"],
    ["that is used after it was dropped", `${made} (call $drop ${h}) (drop (call $read ${h}))`, "there is no handle 1"],
    ["that is handed over twice", `${made} (call $take ${h}) (call $take ${h})`, "there is no handle 1"],
    ["that is handed over twice in one call", `${made} (call $take-two ${h} ${h})`, "there is no handle 1"],
    [
      "that is handed over twice in one list",
      `${made} (i32.store (i32.const 64) ${h}) (i32.store (i32.const 68) ${h}) (call $list-of (i32.const 64) (i32.const 2))`,
      "there is no handle 1",
    ],
    [
      "that is dropped after it was handed over",
      `${made} (call $take ${h}) (call $drop ${h})`,
      "there is no such handle",
    ],
    [
      "that is lent and handed over at once",
      `${made} (call $lend-and-take ${h} ${h})`,
      "handle 1 is lent to 1 calls under way",
    ],
    ["to another resource", `(call $take (call $folder))`, "expected a handle to file, got one to folder"],
    ["to another resource, dropped", `(call $drop (call $folder))`, "expected a handle to file, got one to folder"],
    [
      "to its own resource, given as the host's",
      `(call $take (call $new (i32.const 5)))`,
      "expected a handle to file, got one to file",
    ],
    [
      "to the host's resource, given as its own",
      `${made} (drop (call $rep ${h}))`,
      "expected a handle to file, got one to file",
    ],
    ["0 to its own", `(drop (call $rep (i32.const 0)))`, "there is no such handle"],
    [
      "to its own, dropped twice",
      `(global.set $h (call $new (i32.const 5))) (call $drop-own ${h}) (call $drop-own ${h})`,
      "there is no such handle",
    ],
  ])("%s", async (_, work, reason) => {
    const { imports: given, taken } = host();
    for (const body of [work, `(try (do ${work}) (catch_all))`]) {
      const { fails } = await load(resources, `${imports} ${run(body)}`, { canonicalAbi, imports: given });
      const error = await fails("run");
      expect(error).toMatchObject({ code: "trap", plugin: "hostile", export: "run" });
      expect(error.reason).toContain(reason);
      expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
    }
    // No file came twice.
    expect(new Set(taken).size).toBe(taken.length);
  });

  test.each([
    ["is kept after the call", `)`, "the guest kept 1 borrowed handle"],
    ["is dropped twice", `(call $drop (local.get $b)) (call $drop (local.get $b)))`, "there is no such handle"],
    ["is handed over", `(call $take (local.get $b)))`, "handle 1 is borrowed and not owned"],
    [
      "is used after it was dropped",
      `(call $drop (local.get $b)) (drop (call $read (local.get $b))))`,
      "there is no handle 1",
    ],
    [
      "is asked for its representation",
      `(drop (call $rep (local.get $b))))`,
      "expected a handle to file, got one to file",
    ],
  ])("that it was lent and that %s", async (_, rest, reason) => {
    const { imports: given, File, taken, log } = host();
    const { fails } = await load(resources, `${imports} ${borrowing} ${rest}`, { canonicalAbi, imports: given });
    const file = new File();
    const error = await fails("keep", file);
    expect(error).toMatchObject({ code: "trap", plugin: "hostile" });
    expect(error.reason).toContain(reason);
    expect((await fails("keep", file)).code).toBe("poisoned");
    // It is the host's own, which the guest could only have lost.
    expect([taken, log]).toEqual([[], []]);
  });

  test("that it was lent serves for the call, lent on and read", async () => {
    const { imports: given, File, log } = host();
    const work = `(call $lend (local.get $b)) (drop (call $read (local.get $b))) (call $drop (local.get $b)))`;
    const { call } = await load(resources, `${imports} ${borrowing} ${work}`, { canonicalAbi, imports: given });
    const file = new File();
    for (let round = 0; round < 100; round++) call("keep", file);
    expect(log).toEqual(Array.from({ length: 100 }, () => "lent 1"));
  });

  test("that it dropped ends the host's resource once", async () => {
    const { imports: given, log } = host();
    const { call } = await load(resources, `${imports} ${run(`${made} (call $drop ${h})`)}`, {
      canonicalAbi,
      imports: given,
    });
    call("run");
    call("run");
    expect(log).toEqual(["disposed 1", "disposed 2"]);
  });

  test("to a resource whose end throws, be that swallowed or not", async () => {
    const { imports: given, File } = host();
    File.prototype[Symbol.dispose] = () => {
      throw new Error("it will not end");
    };
    for (const body of [`${made} (call $drop ${h})`, `${made} (try (do (call $drop ${h})) (catch_all))`]) {
      const { fails } = await load(resources, `${imports} ${run(body)}`, { canonicalAbi, imports: given });
      const error = await fails("run");
      expect(error).toMatchObject({ code: "trap", plugin: "hostile" });
      expect(error.reason).toBe("host function [resource-drop]file threw: it will not end");
      expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
    }
  });
});

describe.each(abis)("%s: a resource of a guest's", (canonicalAbi) => {
  const own = (work = ""): string => `
    (func (export "${files}#make") (result i32) (call $new (global.get $h)))
    (func (export "${files}#[method]file.read") (param $rep i32) (result i32) (local.get $rep))
    (func (export "${files}#take") (param i32))
    (func (export "${files}#take-two") (param i32 i32))
    (func (export "${files}#lend") (param i32))
    (func (export "${files}#lend-and-take") (param i32 i32))
    (func (export "${files}#[dtor]file") (param $rep i32) ${work})`;

  const loaded = (body: string, given: object = host().imports) =>
    load(resources, `${imports} ${body}`, { canonicalAbi, imports: given as NonNullable<LoadOptions["imports"]> });

  test.each([0, 1, -1, 2 ** 31 - 1, -(2 ** 31)])("may be represented by %i", async (rep) => {
    const { call } = await loaded(`${own()} ${run(`(global.set $h (i32.const ${rep}))`)}`);
    call("run");
    const [one, other] = [call("files.make"), call("files.make")] as { read(): number; [Symbol.dispose](): void }[];
    expect(one).not.toBe(other);
    expect([one?.read(), other?.read()]).toEqual([rep >>> 0, rep >>> 0]);
    one?.[Symbol.dispose]();
    one?.[Symbol.dispose]();
    expect(other?.read()).toBe(rep >>> 0);
  });

  test.each([
    ["that is no handle", "(i32.const 99)", "there is no handle 99"],
    ["that is handle 0", "(i32.const 0)", "there is no handle 0"],
    ["that is the host's", "(call $make)", "expected a handle to file, got one to file"],
    ["that is of another type", "(call $folder)", "expected a handle to file, got one to folder"],
  ])("is made as one %s", async (_, handle, reason) => {
    const { fails } = await loaded(`(func (export "${files}#make") (result i32) ${handle})`);
    const error = await fails("files.make");
    expect(error).toMatchObject({ code: "trap", reason });
    expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
  });

  test("is given by the guest a second time", async () => {
    const body = `(func (export "${files}#make") (result i32)
      (if (i32.eqz (global.get $h)) (then (global.set $h (call $new (i32.const 5))))) (global.get $h))`;
    const { call, fails } = await loaded(body);
    call("files.make");
    expect(await fails("files.make")).toMatchObject({ code: "trap", reason: "there is no handle 1" });
  });

  test("whose destructor traps, when the host disposes it and when the guest drops it", async () => {
    const drop = run("(call $drop-own (call $new (i32.const 5)))");
    const { call, fails, plugin } = await loaded(`${own("unreachable")} ${drop}`);
    const file = call("files.make") as { read(): number; [Symbol.dispose](): void };
    const error = await failure(() => file[Symbol.dispose]());
    expect(error).toMatchObject({ code: "trap", reason: "trap: unreachable", plugin: "hostile" });
    expect(await fails("count")).toMatchObject({ code: "poisoned", cause: error });
    file[Symbol.dispose]();
    expect((await failure(() => file.read())).code).toMatch(/^(bad-argument|poisoned)$/);
    plugin.dispose();

    const again = await loaded(`${own("unreachable")} ${drop}`);
    expect(await again.fails("run")).toMatchObject({ code: "trap", reason: "trap: unreachable" });
    expect((await again.fails("count")).code).toBe("poisoned");
  });

  test("whose destructor calls a host function that throws, swallowed on the way", async () => {
    const given = {
      ...host().imports,
      again: () => {
        throw new Error("boo");
      },
    };
    const drop = run("(try (do (call $drop-own (call $new (i32.const 5)))) (catch_all))");
    const { fails } = await loaded(`${own("(call $again)")} ${drop}`, given);
    expect(await fails("run")).toMatchObject({ code: "trap", reason: "host function again threw: boo" });
    expect((await fails("count")).code).toBe("poisoned");
  });

  test("is refused after it is gone, and the plugin goes on", async () => {
    const { call, fails } = await loaded(own());
    const make = () => call("files.make") as { read(): number; [Symbol.dispose](): void };
    const disposed = make();
    disposed[Symbol.dispose]();
    expect(await failure(() => disposed.read())).toMatchObject({
      code: "bad-argument",
      reason: "self: it was disposed",
    });
    expect(await fails("files.take", disposed)).toMatchObject({
      code: "bad-argument",
      reason: "file: it was disposed",
    });
    const given = make();
    call("files.take", given);
    expect(await fails("files.lend", given)).toMatchObject({
      code: "bad-argument",
      reason: "file: it was handed over",
    });
    expect(call("count")).toBe(7);
  });

  test("is not handed over twice, nor lent and handed over, in one call", async () => {
    const { call, fails } = await loaded(own());
    const file = call("files.make") as { read(): number };
    expect(await fails("files.takeTwo", file, file)).toMatchObject({ code: "bad-argument" });
    expect(await fails("files.lendAndTake", file, file)).toMatchObject({
      code: "bad-argument",
      reason: "taken: it is lent to a call under way",
    });
    expect(await fails("files.takeTwo", file, 5)).toMatchObject({ code: "bad-argument", path: "second" });
    // What was handed over for calls that did not come about is the host's again.
    expect(file.read()).toBe(0);
    call("files.take", file);
  });

  test("is no other object: not of another plugin, nor one that looks like it", async () => {
    const { call, fails } = await loaded(own());
    const other = await loaded(own());
    const file = call("files.make") as { read(): number; constructor: CallableFunction };
    const impostors = [
      other.call("files.make"),
      Object.create(file),
      Object.create(Object.getPrototypeOf(file)),
      new Proxy(file, {}),
      { read: () => 5 },
      null,
      undefined,
      1,
      file.read,
    ];
    for (const impostor of impostors) {
      expect(await fails("files.take", impostor)).toMatchObject({ code: "bad-argument", path: "file" });
      expect(await failure(() => Reflect.apply(file.read, impostor, []))).toMatchObject({
        code: "bad-argument",
        path: "self",
      });
    }
    expect(await failure(() => file.constructor())).toMatchObject({ code: "bad-argument" });
    expect(file.read()).toBe(0);
  });

  test("cannot be disposed in the middle of a call, and can be after it", async () => {
    const errors: unknown[] = [];
    let file: { [Symbol.dispose](): void } | undefined;
    const given = {
      ...host().imports,
      again: () => {
        try {
          file?.[Symbol.dispose]();
        } catch (error) {
          errors.push(error);
        }
      },
    };
    const counting = `(global.set $h (i32.add (global.get $h) (i32.const 1)))`;
    const body = `${own(counting).replaceAll("$h", "$ended")} ${run("(call $again)")}`;
    const ended = `(global $ended (mut i32) (i32.const 0)) (func (export "hold") (param i32)) `;
    const counted = imports
      .replace("(i32.const 7)", "(global.get $ended)")
      .replace("(global $h", `${ended} (global $h`);
    const { call } = await load(resources, `${counted} ${body}`, { canonicalAbi, imports: given });
    file = call("files.make") as { [Symbol.dispose](): void };
    call("run");
    expect(errors).toMatchObject([{ code: "trap" }]);
    expect(call("count")).toBe(0);
    file[Symbol.dispose]();
    expect(call("count")).toBe(1);
  });
});

describe.each(abis)("%s: a host's resource", (canonicalAbi) => {
  test("of another class, or none, is refused", async () => {
    const { imports: given, File } = host();
    const body = `(func (export "keep") (param i32) (call $drop (local.get 0))) (func (export "hold") (param i32))`;
    const { call, fails } = await load(resources, `${imports} ${body}`, { canonicalAbi, imports: given });
    for (const value of [{}, null, undefined, 5, class {}, new (class Other {})(), File]) {
      expect(await fails("keep", value)).toMatchObject({ code: "bad-argument", path: "file" });
      expect(await fails("hold", value)).toMatchObject({ code: "bad-argument", path: "file" });
    }
    class Special extends File {}
    call("keep", new Special());
    call("hold", new Proxy(new File(), {}));
    expect(call("count")).toBe(7);
  });

  test("that the host made of something else answers wrongly", async () => {
    for (const answer of [null, undefined, 5, {}, Promise.resolve()]) {
      const { imports: given } = host();
      given[files].make = () => answer as never;
      const { fails } = await load(resources, `${imports} ${run("(drop (call $make))")}`, {
        canonicalAbi,
        imports: given,
      });
      expect((await fails("run")).code).toBe("bad-result");
      expect((await fails("count")).code).toBe("poisoned");
    }
  });

  test("whose constructor throws", async () => {
    const { imports: given, File } = host();
    given[files].File = class extends File {
      constructor() {
        super();
        throw new Error("no more files");
      }
    } as never;
    const constructing = `(import "${files}" "[constructor]file" (func $construct (param i32 i32) (result i32)))`;
    const work = run("(drop (call $construct (i32.const 0) (i32.const 0)))");
    const { fails } = await load(resources, `${constructing} ${imports} ${work}`, { canonicalAbi, imports: given });
    const error = await fails("run");
    expect(error.reason).toBe(`host function ${files}#[constructor]file threw: no more files`);
  });
});
