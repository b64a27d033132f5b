import type { Claim } from "./claim.ts";
import { isIdentifierName } from "./identifier.ts";

/** Ways to make a name, the shortest first. */
const schemes: readonly ((claim: Claim) => string)[] = [
  ({ owner, label }) => label || owner,
  ({ owner, label }) => owner + (label || "Interface"),
  ({ side, owner, label }) => side + (label || owner),
  (claim) => claim.package + claim.owner + claim.label,
  ({ owner, track, label }) => owner + track + label,
  ({ owner, version, label }) => owner + version + label,
  (claim) => claim.namespace + claim.package + claim.owner + claim.version + claim.label,
  (claim) => claim.side + claim.namespace + claim.package + claim.owner + claim.version + claim.label,
];

/**
 * A name for each claim. Those that nobody else of their tier wants the shortest name of get it; the others get names
 * that say more, all of one group in the same way. Earlier tiers have the first choice, and nobody gets a name that is
 * in `taken`.
 */
export function assignNames(tiers: readonly (readonly Claim[])[], taken: Set<string>): Map<Claim, string> {
  const names = new Map<Claim, string>();
  const assign = (group: readonly Claim[], found: readonly string[]): void => {
    for (const [index, name] of found.entries()) {
      const claim = group[index];
      if (claim === undefined) continue;
      names.set(claim, name);
      taken.add(name);
    }
  };
  for (const tier of tiers) {
    const contested = groupsOf(tier).filter((group) => {
      const found = group.map(shortest);
      const isFree = group.length === 1 && isUsable(found, taken);
      if (isFree) assign(group, found);
      return !isFree;
    });
    for (const group of contested) assign(group, distinctNames(group, taken));
  }
  return names;
}

function groupsOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(shortest(claim));
    if (group === undefined) groups.set(shortest(claim), [claim]);
    else group.push(claim);
  }
  return [...groups.values()];
}

function shortest(claim: Claim): string {
  return claim.label || claim.owner;
}

function distinctNames(group: readonly Claim[], taken: ReadonlySet<string>): string[] {
  for (const scheme of schemes) {
    const found = group.map(scheme);
    if (isUsable(found, taken)) return found;
  }
  let number = 1;
  return group.map((claim) => {
    for (;;) {
      number++;
      const name = `${shortest(claim) || "Type"}${number}`;
      if (!taken.has(name)) return name;
    }
  });
}

function isUsable(names: readonly string[], taken: ReadonlySet<string>): boolean {
  return new Set(names).size === names.length && names.every((name) => isIdentifierName(name) && !taken.has(name));
}
