import { type Way, ways } from "./way.ts";

/** A column of a grid: ways that are counted together. */
export interface Column {
  /** What columns beside each other have in common. */
  readonly group: string;
  readonly title: string;
  readonly ways: readonly Way[];
}

/** In which form a guest is run and by which implementation of the canonical ABI: here, and by an engine of others. */
export const formColumns: readonly Column[] = ways
  .filter(({ tier, metering }) => tier === null || (tier === "inline" && metering === "none"))
  .map((way) => ({ group: way.lowering, title: way.canonicalAbi ?? way.engine, ways: [way] }));

/** Where a guest is run and how it is held to limits, in each form that it has. */
export const tierColumns: readonly Column[] = ways
  .filter(({ lowering, canonicalAbi }) => lowering === "core" && canonicalAbi === "compiled")
  .map(({ tier, metering }) => ({
    group: tier === "suspending" ? "inline" : `${tier}`,
    title: tier === "suspending" ? "async" : metering === "none" ? "no limit" : `${metering}`,
    ways: ways.filter((way) => way.canonicalAbi === "compiled" && way.tier === tier && way.metering === metering),
  }));
