import { resolve } from "node:path";
import { findCompiler } from "./find-compiler.ts";
import type { Machine } from "./machine.ts";
import { languageOf, pluginLanguages } from "./plugin-languages.ts";
import type { Language } from "./project/project.ts";

/** Where compilers are looked for. */
export interface FindOptions {
  /** The folder whose npm packages count. Default: the working directory. */
  readonly folder?: string | undefined;
  /** Default: this process's. `PATH` leads to compilers, and `WASI_SDK_PATH` to a WASI SDK. */
  readonly env?: Machine["env"] | undefined;
  /** Ends the compilers that are asked for their version, and rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** What was found of a language's compilers. */
export interface FoundToolchain {
  readonly language: Language;
  /** As people write it: `C++`. */
  readonly title: string;
  /** The compiler that builds would take, or undefined where there is none. */
  readonly found: { readonly way: string; readonly version: string } | undefined;
  /** Where nothing was found: what each way lacks, and the command that gets it, where there is one. Empty otherwise. */
  readonly missing: readonly { readonly way: string; readonly reason: string; readonly command: string | undefined }[];
  /** One line for a person: what to do where nothing was found. */
  readonly cure: string;
}

/**
 * Says for a language, or for each, which compiler builds it on this machine, or what is missing and how to get it. It
 * changes nothing and installs nothing. Throws a `BuildError` where a variable asks for a compiler that is not there.
 */
export async function findToolchains(
  language?: Language,
  { folder = ".", env = process.env, signal }: FindOptions = {},
): Promise<readonly FoundToolchain[]> {
  const machine: Machine = { env, project: resolve(folder), signal };
  const wanted = language === undefined ? pluginLanguages : [languageOf(language)];
  return Promise.all(
    wanted.map(async ({ language, title, adapter }) => {
      const finding = await findCompiler(adapter, machine);
      const { cure } = adapter;
      if (!("absent" in finding)) {
        const { way, version } = finding;
        return { language, title, found: { way, version }, missing: [], cure };
      }
      // A package is looked for in the project first, and then anywhere: that is one way to people.
      const ways = new Map(finding.absent.map(({ way, finding }) => [way.name, finding]));
      const missing = [...ways].map(([way, { missing: reason, cure: command }]) => {
        return { way, reason, command: command?.join(" ") };
      });
      return { language, title, found: undefined, missing, cure };
    }),
  );
}
