import { vi } from "vitest";

/** Waits until a claim holds that nothing tells of; the bound is only against waiting for ever. */
export const eventually = (claim: () => void): Promise<void> => vi.waitFor(claim, 30_000);
