import type { GenerateOptions, StringEncoding } from "./generate-options.ts";
import type { Encoding, Generator } from "./plugin-contract.ts";

/** The options with their defaults, as the plugin takes them. */
export function toolsGenerator(chosen: GenerateOptions): Generator {
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

/** WIT has no name with a plus sign in it. */
export function toolsEncoding(encoding: StringEncoding): Encoding {
  return encoding === "latin1+utf16" ? "latin1-utf16" : encoding;
}
