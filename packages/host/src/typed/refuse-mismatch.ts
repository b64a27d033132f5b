import type { Compatibility } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";

const mostShown = 20;

/** Throws one `contract-mismatch` that lists every difference, if there is any. */
export function refuseMismatch({ differences, unlisted }: Compatibility, action: string): void {
  const count = differences.length + unlisted;
  if (count === 0) return;
  const lines = differences
    .slice(0, mostShown)
    .map(({ path, wanted, found, cure }) => `  ${path}\n    wanted ${wanted}\n    found ${found}\n    ${cure}`);
  const rest = count > mostShown ? [`  and ${count - mostShown} more`] : [];
  const what = count === 1 ? "1 place" : `${count} places`;
  const reason = [`it does not fit the contract in ${what}`, ...lines, ...rest].join("\n");
  throw new PluginError({ code: "contract-mismatch", action, reason, differences });
}
