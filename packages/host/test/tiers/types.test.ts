import {
  type ApartExports,
  type ApartPlugin,
  type Contract,
  createPool,
  type Isolation,
  loadPlugin,
  type Plugin,
  type SuspendingPlugin,
  watchPlugin,
} from "@polyplug/host";
import type { FileChange } from "@polyplug/host/files";
import { expectTypeOf, test } from "vitest";

interface Counter extends Disposable {
  next(by: number): number;
  twin(): Counter;
}

interface Exports {
  add(a: number, b: number): number;
  readonly counters: {
    readonly Counter: { new (start: number): Counter; of(name: string): Counter };
    sum(counters: readonly Counter[]): { readonly total: bigint; readonly last: Counter | undefined };
  };
}

interface Imports {
  readonly "acme:text/log": { write(line: string): number };
}

declare const contract: Contract<Exports, Imports>;
type Held = ApartExports<Exports>;
type HeldCounter = Awaited<ReturnType<Held["counters"]["Counter"]["create"]>>;

test("functions, methods and constructors of a plugin that runs apart give promises", () => {
  expectTypeOf<Held["add"]>().toEqualTypeOf<(a: number, b: number) => Promise<number>>();
  expectTypeOf<Held["counters"]["Counter"]["create"]>().parameters.toEqualTypeOf<[start: number]>();
  expectTypeOf<HeldCounter["next"]>().toEqualTypeOf<(by: number) => Promise<number>>();
  expectTypeOf<HeldCounter["twin"]>().returns.resolves.toHaveProperty("next");
  expectTypeOf<HeldCounter>().toExtend<Disposable>();
  expectTypeOf<Held["counters"]["Counter"]["of"]>().returns.resolves.toHaveProperty("next");
  expectTypeOf<Held["counters"]["sum"]>().returns.resolves.toHaveProperty("total").toEqualTypeOf<bigint>();
});

test("what loading gives follows the option, and so does what it is given", () => {
  // Never run: the types are what is looked at.
  const never = async (): Promise<void> => {
    const write = (line: string): number => line.length;
    const inline = await loadPlugin("x", { contract, imports: { "acme:text/log": { write } } });
    expectTypeOf(inline.exports.add(1, 2)).toEqualTypeOf<number>();
    const waited = async (line: string): Promise<number> => line.length;
    const worker = await loadPlugin("x", {
      contract,
      isolation: "worker",
      imports: { "acme:text/log": { write: waited } },
    });
    expectTypeOf(worker).toEqualTypeOf<ApartPlugin<Exports>>();
    expectTypeOf(worker.exports.add(1, 2)).toEqualTypeOf<Promise<number>>();
    expectTypeOf(worker.run()).toEqualTypeOf<Promise<number>>();
    expectTypeOf(worker.files?.diff("/")).toEqualTypeOf<Promise<readonly FileChange[]> | undefined>();
    expectTypeOf(inline.files?.diff("/")).toEqualTypeOf<readonly FileChange[] | undefined>();
    expectTypeOf(worker).not.toHaveProperty("memories");
    const anywhere = async (isolation: Isolation) => {
      const plugin = await loadPlugin("x", { contract, isolation, imports: { "acme:text/log": { write } } });
      expectTypeOf(plugin).toEqualTypeOf<Plugin<Exports> | ApartPlugin<Exports>>();
      expectTypeOf(await plugin.exports.add(1, 2)).toEqualTypeOf<number>();
      // @ts-expect-error: inline nobody waits for a promise
      await loadPlugin("x", { contract, isolation, imports: { "acme:text/log": { write: waited } } });
    };
    expectTypeOf(anywhere).toBeFunction();
    const suspending = await loadPlugin("x", {
      contract,
      asyncImports: true,
      onFault: "restart",
      imports: { "acme:text/log": { write: waited } },
    });
    expectTypeOf(suspending).toEqualTypeOf<SuspendingPlugin<Exports>>();
    expectTypeOf(suspending.files?.diff("/")).toEqualTypeOf<readonly FileChange[] | undefined>();
    expectTypeOf(suspending).toHaveProperty("memories");
    const counter = await worker.exports.counters.Counter.create(1);
    const { last } = await worker.exports.counters.sum([counter]);
    expectTypeOf(last?.next).toExtend<((by: number) => Promise<number>) | undefined>();
    // @ts-expect-error: a constructor cannot wait
    new worker.exports.counters.Counter(1);
    const signal = AbortSignal.timeout(1);
    expectTypeOf(worker.abortable(signal, ({ add }) => add(1, 2))).toEqualTypeOf<Promise<number>>();
    const pool = await createPool("x", {
      contract,
      isolation: "process",
      size: 1,
      imports: { "acme:text/log": { write: waited } },
    });
    expectTypeOf(pool.exports.add(1, 2)).toEqualTypeOf<Promise<number>>();
    expectTypeOf(pool.exports.counters).not.toHaveProperty("Counter");
    // @ts-expect-error: a record is of one plugin
    await createPool("x", { isolation: "worker", size: 1, record: "x.jsonl" });
    // @ts-expect-error: a record is of one plugin
    await createPool("x", { size: 1, record: "x.jsonl" });
    // @ts-expect-error: a pool replaces instances by itself
    await createPool("x", { isolation: "worker", size: 1, onFault: "restart" });
    // @ts-expect-error: a pool replaces instances by itself
    await createPool("x", { size: 1, onFault: "restart" });
    const watched = await watchPlugin("x", {
      contract,
      isolation: "worker",
      imports: { "acme:text/log": { write: waited } },
    });
    expectTypeOf(watched.plugin).toEqualTypeOf<ApartPlugin<Exports>>();
    expectTypeOf(watched.exports.add(1, 2)).toEqualTypeOf<Promise<number>>();
    const near = await watchPlugin("x", { contract, imports: { "acme:text/log": { write } } });
    expectTypeOf(near.exports.add(1, 2)).toEqualTypeOf<number>();
    const waiting = await watchPlugin("x", {
      contract,
      asyncImports: true,
      imports: { "acme:text/log": { write: waited } },
    });
    expectTypeOf(waiting.plugin).toEqualTypeOf<SuspendingPlugin<Exports>>();
    await pool.run(async ({ counters }) => await counters.Counter.create(1));
  };
  expectTypeOf(never).toBeFunction();
});
