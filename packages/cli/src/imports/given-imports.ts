import type { World } from "@polyplug/abi";
import type { Bindgen } from "@polyplug/bindgen";
import { worldOfPlugin } from "@polyplug/component";
import type { HostFunction, HostImports } from "@polyplug/host";
import { hostFunctions } from "../world/host-functions.ts";
import type { WorldFunction } from "../world/world-functions.ts";
import { bareStubs } from "./bare-stubs.ts";
import { CallTexts, type ImportedCall } from "./call-texts.ts";
import type { ImportFlags } from "./import-flags.ts";
import { type ModuleStreams, readImportModules } from "./import-modules.ts";
import { type Offered, offeredFunction, offeredTo, withFunctions } from "./offered-imports.ts";
import { StubbedCalls } from "./stubbed-calls.ts";

/** What flags provide for a plugin. */
export interface GivenImports {
  readonly imports: HostImports;
  /** The calls of stubs since they were asked for last, as text. */
  takeCalls(loadBindgen: () => Promise<Bindgen>): Promise<ToldCalls>;
}

/** Calls of stubs, and how many more there were than anybody wants to read. */
export interface ToldCalls {
  readonly calls: readonly string[];
  readonly unlisted: number;
}

export const noCalls: ToldCalls = { calls: [], unlisted: 0 };

/** What `--import` and `--stub` provide for the plugin with these bytes. */
export async function givenImports(
  bytes: Uint8Array,
  { import: files, stub }: ImportFlags,
  streams: ModuleStreams,
): Promise<GivenImports> {
  const offered = await readImportModules(files, streams);
  if (files === undefined && stub === undefined) return withoutStubs(offered);
  const world = await worldOfPlugin(bytes);
  if (world === undefined) return stub ? await bareStubs(bytes, offered) : withoutStubs(offered);
  const given = offeredTo(world, offered);
  return stub ? worldStubs(world, given) : withoutStubs(given);
}

function withoutStubs(offered: Offered): GivenImports {
  return { imports: offered as HostImports, takeCalls: async () => noCalls };
}

function worldStubs(world: World, offered: Offered): GivenImports {
  const targets = hostFunctions(world);
  const stubbed = new StubbedCalls<ImportedCall>();
  const stubs = new Map<WorldFunction, HostFunction>();
  for (const target of targets) {
    if (target.name.kind !== "freestanding" || offeredFunction(offered, target) !== undefined) continue;
    stubs.set(target, (...args: unknown[]): unknown => {
      stubbed.add({ target, args });
      if (target.type.result === undefined) return;
      throw new Error("it has to answer, which --stub does not do: --import MODULE provides it");
    });
  }
  return {
    imports: withFunctions(offered, stubs),
    async takeCalls(loadBindgen) {
      const { kept, unlisted } = stubbed.take();
      if (kept.length === 0) return noCalls;
      const texts = new CallTexts(targets, await loadBindgen());
      const calls: string[] = [];
      for (const call of kept) calls.push(await texts.print(call));
      return { calls, unlisted };
    },
  };
}
