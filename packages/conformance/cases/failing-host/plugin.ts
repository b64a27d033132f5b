import type { FailingHostExports } from "test:failing-host/failing-host@1.0.0";
import { fail } from "test:failing-host/host@1.0.0";

/** What the host throws is no error of the guest's: nothing here is ever told of it. */
export const ask: FailingHostExports["ask"] = () => {
  try {
    return fail("no reason");
  } catch {
    return "swallowed";
  }
};

export const hello: FailingHostExports["hello"] = () => "hello";
