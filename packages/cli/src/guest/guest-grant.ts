import type { Grant } from "@polyplug/host";
import { standardInput } from "../stdio/standard-input.ts";
import type { GuestFlags } from "./grant-flags.ts";
import { GuestOutput, type OutputUse } from "./guest-output.ts";

/** What flags grant, and where the output of the plugin goes. */
export interface GuestGrant {
  readonly grant: Grant;
  readonly stdout: GuestOutput;
  readonly stderr: GuestOutput;
}

/** The grant that flags stand for. `granted` is what becomes of the streams that they name. */
export function guestGrant(flags: GuestFlags, granted: OutputUse, args?: readonly string[]): GuestGrant {
  const stdout = new GuestOutput(1, flags.stdout || flags.stdio ? granted : "discarded", flags.maxOutput);
  const stderr = new GuestOutput(2, flags.stderr || flags.stdio ? granted : "discarded", flags.maxOutput);
  const grant = {
    args,
    env: flags.env,
    stdin: flags.stdin || flags.stdio ? standardInput : undefined,
    stdout: stdout.grant,
    stderr: stderr.grant,
    clock: flags.clock,
    random: flags.random,
    sleep: flags.sleep,
  };
  return { grant, stdout, stderr };
}
