import { type LoadOptions, loadPlugin, type Plugin } from "@polyplug/host";
import type { Case } from "./case.ts";
import { exportFunction } from "./export-function.ts";
import { hostFunctions } from "./host-functions.ts";
import { hostModule } from "./host-module.ts";
import { KeptValues } from "./kept-values.ts";
import type { WayOptions } from "./matrix/way-options.ts";
import { readNotation } from "./notation.ts";
import { differenceOf, type Heard, type Outcome, thrownOutcome } from "./outcome.ts";
import { type Step, stepsOf } from "./step.ts";
import type { Verdict } from "./verdict.ts";

/** An instance of a guest with what its calls gave. */
interface Running {
  readonly plugin: Pick<Plugin<object>, "exports" | "dispose">;
  readonly kept: KeptValues;
}

/** How a guest is loaded for its case. */
export type PlayOptions = WayOptions & Pick<LoadOptions, "grant">;

/**
 * Does everything that a case says with a guest, one step after the other. Where one ends the guest against expectation,
 * the next has a new instance, so that it is heard of once.
 */
export async function playCase(one: Case, path: string, options: PlayOptions): Promise<readonly Verdict[]> {
  const parts = await hostModule(one);
  let heard: Heard[] = [];
  const start = async (): Promise<Running> => {
    const { imports, kept } = parts();
    const listener = {
      hear: (call: Heard) => heard.push(call),
      call: (name: string): unknown => exportFunction(plugin.exports, name)(),
    };
    const provided = { ...hostFunctions(one.imports ?? {}, listener), ...imports };
    const given = { ...options, imports: provided } as { readonly isolation: "inline" };
    const plugin: Running["plugin"] = await loadPlugin(path, given);
    return { plugin, kept: new KeptValues(kept) };
  };

  let running = await start();
  const verdicts: Verdict[] = [];
  for (const step of stepsOf(one)) {
    heard = [];
    const outcome = await carryOut(step, running, heard);
    verdicts.push({ step, difference: differenceOf(step, outcome, running.kept.recall) });
    if (step.expected.kind !== "fails" && outcome.kind === "fails" && outcome.code !== "bad-argument") {
      running.plugin.dispose();
      running = await start();
    }
  }
  running.plugin.dispose();
  return verdicts;
}

/** What runs apart gives promises; what runs here gives none, and waiting for it changes nothing. */
async function carryOut({ row }: Step, { plugin, kept }: Running, heard: readonly Heard[]): Promise<Outcome> {
  try {
    if ("drop" in row) {
      Reflect.get(Object(kept.recall(row.drop)), Symbol.dispose).call(kept.recall(row.drop));
      return { kind: "returns", value: undefined, heard };
    }
    const call = exportFunction(plugin.exports, row.call);
    const args = (row.args ?? []).map((arg) => readNotation(arg, kept.recall));
    const value = await repeat(row.times ?? 1, () => call(...args));
    if (row.keeps !== undefined) kept.keep(row.keeps, value);
    return { kind: "returns", value, heard };
  } catch (error) {
    return thrownOutcome(error, heard);
  }
}

/** What the last one gives, or throws where each of them does. */
async function repeat(times: number, call: () => unknown): Promise<unknown> {
  for (let left = times; left > 1; left--) {
    try {
      await call();
    } catch (error) {
      if (thrownOutcome(error, []).kind === "fails") throw error;
    }
  }
  return await call();
}
