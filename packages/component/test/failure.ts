import { PluginError } from "@polyplug/errors";
import { expect } from "vitest";

/** The PluginError that `work` throws. */
export function failure(work: () => unknown): PluginError {
  try {
    work();
  } catch (error) {
    if (PluginError.is(error)) return error;
    throw error;
  }
  expect.unreachable("no error was thrown");
}
