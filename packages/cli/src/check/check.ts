import { type ContractDifference, printableLine } from "@polyplug/errors";
import { type ContractFit, checkPlugin, defineContract } from "@polyplug/host";
import { contractBinary } from "@polyplug/typings";
import { exitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";
import { columns } from "../show/columns.ts";
import { style } from "../show/style.ts";
import { readContractSource } from "../wit/contract-source.ts";
import { tellingWit } from "../wit/telling-wit.ts";
import { withBindgen } from "../wit/with-bindgen.ts";

export interface CheckFlags {
  readonly contract: string;
  readonly world?: string;
}

/** Compares a plugin with a contract, and lists where they differ. */
export async function check(plugin: string, { contract, world }: CheckFlags): Promise<Report> {
  const source = await readContractSource(contract);
  const binary = await tellingWit(contract, source, () =>
    withBindgen((bindgen) => contractBinary(source, { world, bindgen })),
  );
  const fit = await checkPlugin(plugin, defineContract(Buffer.from(binary).toString("base64")));
  const { differences, unlisted } = fit;
  const fits = differences.length === 0;
  return {
    exitCode: fits ? exitCode.done : exitCode.failed,
    stdout: showFit(printableLine(plugin), printableLine(contract), fit),
    stderr: "",
    json: { fits, differences, unlisted },
  };
}

function showFit(plugin: string, contract: string, { differences, unlisted }: ContractFit): string {
  const count = differences.length + unlisted;
  if (count === 0) return `${plugin} fits ${contract}\n`;
  const places = count === 1 ? "1 place" : `${count} places`;
  const rest = unlisted === 0 ? [] : [`and ${unlisted} more\n`];
  return [`${plugin} does not fit ${contract} in ${places}\n`, ...differences.map(showDifference), ...rest].join("\n");
}

function showDifference({ path, wanted, found, cure }: ContractDifference): string {
  const rows = Object.entries({ wanted, found, cure }).map(([field, text]) => [field, printableLine(text)]);
  return `${[style.heading(printableLine(path)), ...columns(rows)].join("\n")}\n`;
}
