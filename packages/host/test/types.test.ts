import {
  type BareExports,
  type Contract,
  defineContract,
  type LoadOptions,
  loadPlugin,
  type Plugin,
} from "@polyplug/host";
import { expectTypeOf, test } from "vitest";

interface Exports {
  readonly run: (text: string) => number;
}

interface Imports {
  readonly "acme:text/log": { readonly write: (line: string) => void };
  readonly now: () => bigint;
}

const contract: Contract<Exports, Imports> = defineContract("");
const modest: Contract<Exports, Partial<Imports>> = defineContract("");
const unknown: Contract = defineContract("");
const log = { write: () => undefined };

/** Nothing of this runs: it is for the compiler, which the check of this package's types asks. */
const never = (_: () => void): void => undefined;

test("a contract says what is exported and what has to be imported", () => {
  never(() => {
    const imports = { "acme:text/log": { write: (line: string) => console.log(line) }, now: () => 5n };
    expectTypeOf(loadPlugin("x", { contract, imports })).resolves.toEqualTypeOf<Plugin<Exports>>();
    expectTypeOf(loadPlugin("x", { contract: modest })).resolves.toEqualTypeOf<Plugin<Exports>>();
  });
});

test("without one it is what the caller says", () => {
  never(() => {
    const options: LoadOptions = {};
    const imports = { env: { twice: (n: number) => 2 * n } };
    expectTypeOf(loadPlugin("x")).resolves.toEqualTypeOf<Plugin<BareExports>>();
    expectTypeOf(loadPlugin("x", { imports })).resolves.toEqualTypeOf<Plugin<BareExports>>();
    expectTypeOf(loadPlugin<Exports>("x", { imports })).resolves.toEqualTypeOf<Plugin<Exports>>();
    expectTypeOf(loadPlugin<Exports>("x", options)).resolves.toEqualTypeOf<Plugin<Exports>>();
    expectTypeOf(loadPlugin<Exports>("x", { contract: unknown, imports })).resolves.toEqualTypeOf<Plugin<Exports>>();
  });
});

// Each directive stands where the error is to be: at the property that is wrong, and not at the call.
test("what is wrong is told where it is", () => {
  never(() => {
    // @ts-expect-error: the imports are missing
    loadPlugin("x", { contract });
    loadPlugin("x", {
      contract,
      // @ts-expect-error: one of them is
      imports: { "acme:text/log": log },
    });
    loadPlugin("x", {
      contract,
      imports: {
        "acme:text/log": log,
        // @ts-expect-error: a u64 is a bigint
        now: () => 5,
      },
    });
    loadPlugin("x", {
      contract: modest,
      imports: {
        "acme:text/log": {
          // @ts-expect-error: it is given a text
          write: (_: number) => undefined,
        },
      },
    });
    loadPlugin("x", {
      contract: modest,
      imports: {
        // @ts-expect-error: nobody asks for it
        later: () => 5n,
      },
    });
    loadPlugin("x", {
      contract,
      imports: { "acme:text/log": log, now: () => 5n },
      // @ts-expect-error: there is no such option
      grants: {},
    });
    // @ts-expect-error: no module is a number
    loadPlugin("x", { imports: { env: 5 } });
  });
});
