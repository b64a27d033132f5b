import { PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { asChoice } from "./as-choice.ts";
import type {
  AssemblyScriptOptions,
  COptions,
  CppOptions,
  GenerateOptions,
  GoOptions,
  RustOptions,
  StringEncoding,
} from "./generate-options.ts";
import type { Encoding, Generator } from "./plugin-contract.ts";

/** Every name of an interface's properties, so that none is forgotten. */
type Names<Options> = Readonly<Record<keyof Options, true>>;

const assemblyscript: Names<AssemblyScriptOptions> = { plugin: true };
const c: Names<COptions> = { encoding: true, renameWorld: true, flattenSignatures: true, autodropBorrows: true };
const cpp: Names<CppOptions> = { internalPrefix: true };
const go: Names<GoOptions> = { packageName: true, stubs: true };
const rust: Names<RustOptions> = {
  stubs: true,
  generateAll: true,
  pubExportMacro: true,
  defaultBindingsModule: true,
  runtimePath: true,
  derives: true,
};

/** What each language's generator takes. */
const generators: Readonly<Record<GenerateOptions["language"], object>> = {
  assemblyscript,
  c,
  cpp,
  go,
  rust,
};

/** Options of the generators that the plugin has: all but the one for AssemblyScript. */
type ToolsOptions = Exclude<GenerateOptions, { readonly language: "assemblyscript" }>;

/** The options with their defaults, as the plugin takes them. */
export function toolsGenerator(chosen: ToolsOptions): Generator {
  switch (chosen.language) {
    case "c": {
      const {
        encoding = "utf8",
        renameWorld,
        flattenSignatures = true,
        autodropBorrows = false,
      } = chosen.options ?? {};
      return { tag: "c", val: { encoding: toolsEncoding(encoding), renameWorld, flattenSignatures, autodropBorrows } };
    }
    case "cpp":
      return { tag: "cpp", val: { internalPrefix: chosen.options?.internalPrefix } };
    case "go":
      return { tag: "go", val: { packageName: chosen.options?.packageName, stubs: chosen.options?.stubs ?? false } };
    case "rust": {
      const { stubs = false, generateAll = true, pubExportMacro = false, derives = [] } = chosen.options ?? {};
      const { defaultBindingsModule, runtimePath } = chosen.options ?? {};
      const val = { stubs, generateAll, pubExportMacro, defaultBindingsModule, runtimePath, derives: [...derives] };
      return { tag: "rust", val };
    }
  }
}

/** Throws `bad-argument` for a language without a generator and for options that its generator does not know. */
export function checkGenerateOptions(action: string, chosen: GenerateOptions): void {
  refuseUnknownKeys(action, "options", chosen, ["world", "language", "options"]);
  const { language, options } = chosen;
  if (!Object.hasOwn(generators, language)) {
    const message = `there is no generator for the language ${JSON.stringify(language)}`;
    throw refusal(action, "language", message, String(language), generators);
  }
  const known = generators[language];
  for (const name of Object.keys(options ?? {})) {
    if (Object.hasOwn(known, name)) continue;
    const message = `the generator for ${language} has no option ${JSON.stringify(name)}`;
    throw refusal(action, `options.${name}`, message, name, known);
  }
}

function refusal(action: string, path: string, message: string, given: string, known: object): PluginError {
  const reason = asChoice(message, { given, known: Object.keys(known) });
  return new PluginError({ code: "bad-argument", action, reason, path });
}

/** WIT has no name with a plus sign in it. */
export function toolsEncoding(encoding: StringEncoding): Encoding {
  return encoding === "latin1+utf16" ? "latin1-utf16" : encoding;
}
