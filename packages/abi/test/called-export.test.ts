import type { FunctionOptions, Guard } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { Guest, Speaker, taking } from "./guest.ts";
import { implementations } from "./implementations.ts";
import { char, record, u8 } from "./types.ts";

/** The guard of a plugin that lets through what it is told. */
function guardOf(plugin: string | undefined): Guard {
  const given = (thrown: unknown): Error => (PluginError.is(thrown) ? thrown : new Error("no", { cause: thrown }));
  return {
    life: { alive: true },
    plugin,
    refusal: (name) => new Error(`${name} is over`),
    fault: (_, thrown) => given(thrown),
    interrupt: (_, thrown) => given(thrown),
  };
}

const about = { plugin: "shout", export: "acme:text/filter#transform" };
const nothing = { plugin: undefined, export: undefined };

describe.each(implementations)("$name", (abi) => {
  function speaker(given: Partial<FunctionOptions> = {}): Speaker {
    return new Speaker(abi, { name: about.export, guard: guardOf(about.plugin), ...given });
  }

  describe("an error says which export of which plugin the host called, of", () => {
    const size = record({ width: u8 });

    test.each([
      ["an argument that does not fit", { width: 256 }],
      ["one that cannot be read", new Proxy({}, { get: () => expect.unreachable("read") })],
    ])("%s", (_, value) => {
      const error = failure(() => speaker().lift(() => undefined, taking(size))(value));
      expect(error).toMatchObject({ code: "bad-argument", path: "a.width", ...about });
    });

    test("arguments of another number", () => {
      const error = failure(() => speaker().lift(() => undefined, taking(u8))());
      expect(error).toMatchObject({ code: "bad-argument", ...about });
    });

    test("a result that the guest broke a rule with", () => {
      expect(failure(() => speaker().returned(char, 0xd800))).toMatchObject({ code: "trap", ...about });
    });

    test("a call while another one is under way", () => {
      const me = speaker();
      const inner = me.lift(() => undefined, taking());
      const outer = me.lift(() => expect(failure(inner)).toMatchObject({ code: "trap", ...about }), taking());
      expect(outer()).toBeUndefined();
    });
  });

  test("without a name of the plugin it says the export alone", () => {
    const error = failure(() => speaker({ guard: undefined }).lift(() => undefined, taking(u8))(256));
    expect(error).toMatchObject({ code: "bad-argument", plugin: undefined, export: about.export });
  });

  test("where another component called it, it is not the host's call", () => {
    const caller = new Guest().instance;
    const error = failure(() => speaker({ caller, guard: undefined }).returned(char, 0xd800));
    expect(error).toMatchObject({ code: "trap", ...nothing });
  });

  test("an import is none", () => {
    expect(failure(() => speaker().answered(u8, 256))).toMatchObject({ code: "bad-result", ...nothing });
    expect(failure(() => speaker().lifted(taking(char), 0xd800))).toMatchObject({ code: "trap", ...nothing });
  });
});
