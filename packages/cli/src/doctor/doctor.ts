import { type FoundToolchain, findToolchains, type Language } from "@polyplug/build";
import { printableLine } from "@polyplug/errors";
import { exitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";
import { columns } from "../show/columns.ts";
import { style } from "../show/style.ts";

/** Says which compilers this machine has, and of those that it has not what to do. */
export async function doctor(language: Language | undefined): Promise<Report> {
  const toolchains = await findToolchains(language);
  const lacking = toolchains.some(({ found }) => found === undefined);
  return {
    exitCode: language !== undefined && lacking ? exitCode.failed : exitCode.done,
    stdout: `${toolchains.map(showToolchain).join("\n\n")}\n`,
    stderr: "",
    json: { toolchains: toolchains.map((one) => ({ ...one, found: one.found ?? null })) },
  };
}

function showToolchain({ title, found, missing, cure }: FoundToolchain): string {
  if (found !== undefined) {
    const rows = [
      ["compiler", printableLine(found.version)],
      ["found as", found.way],
    ];
    return [style.heading(title), ...columns(rows)].join("\n");
  }
  const rows = missing.flatMap(({ way, reason, command }) => {
    return [
      [way, printableLine(reason)],
      ...(command === undefined ? [] : [["", `gets it: ${printableLine(command)}`]]),
    ];
  });
  return [style.heading(`${title}: not found`), ...columns([...rows, ["cure", printableLine(cure)]])].join("\n");
}
