import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Case } from "../case.ts";
import { variants } from "./variant.ts";
import { type Tier, ways } from "./way.ts";

export const usage = `npm run matrix -- [--language NAME]... [--case NAME]... [--tier NAME]...
                      [--json FILE] [--write] [--cache FOLDER]

Plays every case of packages/conformance with guests in each language, in every way to run them, and prints a grid.
Ends with 1 where something fails that is not known to, passes that is known to fail, or cannot be built.
--language NAME  only this language; may be repeated
--case NAME      only this case; may be repeated
--tier NAME      only where guests run on this tier: inline, suspending, worker, process; may be repeated
--json FILE      also writes an array of { case, language, generator, lowering, engine, canonicalAbi, tier, metering,
                 result, reason }
--write          also writes the page packages/conformance/MATRIX.md and the picture matrix.svg beside it
--cache FOLDER   builds guests into this folder, all of them where it is empty (default: .cache of the repository)
--help           prints this`;

/** What is asked of the command. */
export interface MatrixOptions {
  readonly help: boolean;
  readonly languages: readonly string[];
  readonly cases: readonly Case[];
  /** Null of an engine other than ours. */
  readonly tiers: readonly (Tier | null)[];
  readonly json: string | undefined;
  readonly write: boolean;
  readonly cache: string | undefined;
  /** Whether nothing is left out. */
  readonly whole: boolean;
}

/** Reads the command's arguments. Throws in words for whoever wrote them. */
export function matrixOptions(args: readonly string[], cases: readonly Case[]): MatrixOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      language: { type: "string", multiple: true, default: [] },
      case: { type: "string", multiple: true, default: [] },
      tier: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
      cache: { type: "string" },
      write: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const languages = [...new Set(variants.map(({ language }) => language))];
  const whole = values.language.length + values.case.length + values.tier.length === 0;
  if (values.write && !whole)
    throw new Error("cannot write the page: it has all languages, cases and tiers, and some are left out");
  const tiers = [...new Set(ways.map(({ tier }) => tier))];
  const named = chosen(
    "tier",
    values.tier,
    tiers.filter((tier) => tier !== null),
  );
  const wanted = chosen(
    "case",
    values.case,
    cases.map(({ name }) => name),
  );
  return {
    help: values.help,
    languages: chosen("language", values.language, languages),
    cases: cases.filter(({ name }) => wanted.includes(name)),
    tiers: tiers.filter((tier) => (tier === null ? values.tier.length === 0 : named.includes(tier))),
    json: values.json,
    write: values.write,
    cache: values.cache === undefined ? undefined : resolve(values.cache),
    whole,
  };
}

/** Those that are named, or all where none is. */
function chosen(kind: string, names: readonly string[], all: readonly string[]): readonly string[] {
  const stranger = names.find((name) => !all.includes(name));
  if (stranger !== undefined) throw new Error(`there is no ${kind} ${stranger}, only ${all.join(", ")}`);
  return names.length === 0 ? all : all.filter((name) => names.includes(name));
}
