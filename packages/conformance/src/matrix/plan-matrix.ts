import type { BuiltTypedGuest, TypedGuestName } from "@polyplug/toolchains";
import type { Case } from "../case.ts";
import { lackOf } from "./lack-of.ts";
import { culprits, type Variant, variants } from "./variant.ts";
import { type Way, ways, wayTitle } from "./way.ts";

/** What became of a guest: where it lies, or why it is not there. */
export type MatrixGuest = TypedGuestName & (Runnable | { readonly reason: string });

/** A plugin's file, and what it cannot start without. */
export type Runnable = Pick<BuiltTypedGuest, "path" | "grant">;

/** A case that is to be played with one guest in one way. */
export interface Entry {
  readonly case: Case;
  readonly variant: Variant;
  readonly way: Way;
  readonly guest: Guest;
}

type Guest =
  | Runnable
  /** Why nobody expects one, or expects it to be run. */
  | { readonly excuse: string }
  /** Why there is none though there should be one. */
  | { readonly reason: string };

/**
 * Everything that there is to play, by case, language and way, whether there is a guest for it or not. Ways that this
 * engine lacks are left out.
 */
export function planMatrix(cases: readonly Case[], guests: readonly MatrixGuest[]): readonly Entry[] {
  return cases.flatMap((one) =>
    variants.flatMap((variant) =>
      ways
        .filter((way) => variant.lowerings.includes(way.lowering) && lackOf(way) === undefined)
        .map((way) => ({ case: one, variant, way, guest: guestFor(one, variant, way, guests) })),
    ),
  );
}

function guestFor(
  { name, without = {} }: Case,
  variant: Variant,
  { lowering, engine }: Way,
  guests: readonly MatrixGuest[],
): Guest {
  const [excuse] = [...culprits(variant), engine].flatMap((name) => without[name] ?? []);
  if (excuse !== undefined) return { excuse };
  const { language, generator, file } = variant;
  const found = guests.find(
    (guest) =>
      guest.topic === name && guest.language === language && guest.generator === generator && guest.target === lowering,
  );
  return found ?? { reason: `there is no ${file}` };
}

/** What an entry is called in a list: `strings: Rust, core compiled`. */
export function entryTitle({ case: { name }, variant, way }: Pick<Entry, "case" | "variant" | "way">): string {
  return `${name}: ${variant.title}, ${wayTitle(way)}`;
}
