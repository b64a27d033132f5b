import { dirname, join } from "node:path";
import { PluginError, printableLine } from "@polyplug/errors";
import { exitCode } from "../exit-code.ts";
import { writeWhole } from "../files/write-whole.ts";
import type { Report } from "../report.ts";
import { fileNameOf } from "../show/file-name-of.ts";
import { type ContractSource, readContractSource } from "../wit/contract-source.ts";
import { tellingWit } from "../wit/telling-wit.ts";
import { withBindgen } from "../wit/with-bindgen.ts";

export interface TypesFlags {
  readonly out?: string;
  readonly world?: string;
  readonly name?: string;
  readonly declarations?: true;
}

/** Writes TypeScript for a contract or a plugin: to a file, or where none is named to stdout. */
export async function writeTypes(source: string, flags: TypesFlags): Promise<Report> {
  const contract = await readContractSource(source);
  const text = flags.declarations ? await declare(source, contract) : await contractText(source, contract, flags);
  const file = flags.out ?? (flags.declarations ? declarationsFile(source) : undefined);
  if (file === undefined) return { exitCode: exitCode.done, stdout: text, stderr: "", json: { text } };
  const written = await writeWhole(file, text);
  const stdout = `${printableLine(file)} ${written ? "written" : "is as it should be"}\n`;
  return { exitCode: exitCode.done, stdout, stderr: "", json: { file, written } };
}

async function contractText(source: string, contract: ContractSource, { world, name }: TypesFlags): Promise<string> {
  const { contractModule } = await import("@polyplug/typings");
  return await tellingWit(source, contract, () =>
    withBindgen((bindgen) => contractModule(contract, { world, name, bindgen })),
  );
}

async function declare(source: string, contract: ContractSource): Promise<string> {
  if (!(contract instanceof Uint8Array)) {
    const reason = "declarations are of a plugin; of WIT, `polyplug types` without --declarations makes a contract";
    throw new PluginError({ code: "bad-argument", action: `declare ${source}`, reason, path: source });
  }
  const { declarations } = await import("@polyplug/typings");
  return await declarations(contract);
}

/** Where TypeScript looks for the types of `./adder.wasm`: `./adder.d.wasm.ts`. */
function declarationsFile(source: string): string {
  const [, stem, extension] = /^(.+?)(\.[^.]*)?$/.exec(fileNameOf(source)) ?? [];
  const folder = /^https?:/.test(source) ? "." : dirname(source);
  return join(folder, `${stem}.d${extension ?? ".wasm"}.ts`);
}
