import { PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { parseDuration } from "@polyplug/wasi";
import type { OnFault, RestartBounds } from "./on-fault.ts";
import type { Restarts } from "./restart-policy.ts";

const keys: readonly (keyof RestartBounds)[] = ["restarts", "within", "backOff"];

/** Throws `bad-argument` for bounds that are none. */
export function readRestartBounds(onFault: Exclude<OnFault, "throw">, action: string): Restarts {
  const given: RestartBounds = onFault === "restart" ? {} : onFault;
  refuseUnknownKeys(action, "onFault", given, keys);
  const refuse = (key: keyof RestartBounds, wanted: string): never => {
    const path = `onFault.${key}`;
    throw new PluginError({ code: "bad-argument", action, reason: `${path} must be ${wanted}`, path });
  };
  const { restarts = 5, within = "60s", backOff = "100ms" } = given;
  if (!Number.isInteger(restarts) || restarts < 1) refuse("restarts", "a whole number of at least 1");
  const milliseconds = (key: keyof RestartBounds, text: string): number => {
    const nanoseconds = parseDuration(text);
    return nanoseconds === undefined ? refuse(key, 'a duration such as "100ms"') : Number(nanoseconds) / 1e6;
  };
  return { most: restarts, within: milliseconds("within", within), backOff: milliseconds("backOff", backOff) };
}
