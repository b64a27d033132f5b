import { PluginError } from "@polyplug/errors";
import { expect } from "vitest";

/** The PluginError that `work` ends with, thrown or rejected; anything else fails the test. */
export async function failure(work: () => unknown): Promise<PluginError> {
  let outcome: unknown;
  try {
    outcome = await work();
  } catch (error) {
    if (!PluginError.is(error)) throw error;
    return error;
  }
  expect.unreachable(`expected a PluginError, got ${String(outcome)}`);
}
