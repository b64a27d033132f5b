import { type Contract, defineContract } from "@polyplug/host";

/** `plugin/wit/bindgen.wit`, as JavaScript sees it. */
export interface Tools {
  resolve(sources: Source[], world: string | undefined): string;
  contract(sources: Source[], world: string | undefined): Uint8Array;
  generate(sources: Source[], world: string | undefined, generator: Generator): File[];
  embed(module: Uint8Array, sources: Source[], world: string | undefined, encoding: Encoding): Uint8Array;
  componentize(module: Uint8Array): Uint8Array;
  print(wasm: Uint8Array): string;
  wat(wasm: Uint8Array): string;
  parseValues(wasm: Uint8Array, path: string, texts: string[]): Node[];
  printResult(wasm: Uint8Array, path: string, outcome: Outcome): string;
}

export interface Source {
  path: string;
  text: string;
}

export interface File {
  path: string;
  content: Uint8Array;
}

/** What every function of {@link Tools} throws, as the payload of a `ResultError`. */
export interface Diagnostic {
  message: string;
  place: Place | undefined;
  choice: Choice | undefined;
}

export type Place =
  | { tag: "source"; val: { path: string; line: number; column: number } }
  | { tag: "argument"; val: { number: number; column: number } };

/** A name that is not among those that are known, or none. */
export interface Choice {
  given: string | undefined;
  known: string[];
}

/** Numbers in it are indices of nodes before it. */
export type Node =
  | { tag: "undefined" }
  | { tag: "boolean"; val: boolean }
  | { tag: "number"; val: number }
  | { tag: "signed"; val: bigint }
  | { tag: "unsigned"; val: bigint }
  | { tag: "text"; val: string }
  | { tag: "typed-array"; val: TypedArray }
  | { tag: "array"; val: Uint32Array | number[] }
  | { tag: "object"; val: { key: string; value: number }[] };

export type TypedArray =
  | { tag: "int8"; val: Int8Array }
  | { tag: "uint8"; val: Uint8Array }
  | { tag: "int16"; val: Int16Array }
  | { tag: "uint16"; val: Uint16Array }
  | { tag: "int32"; val: Int32Array }
  | { tag: "uint32"; val: Uint32Array }
  | { tag: "big-int64"; val: BigInt64Array }
  | { tag: "big-uint64"; val: BigUint64Array }
  | { tag: "float32"; val: Float32Array }
  | { tag: "float64"; val: Float64Array };

export type Outcome = { tag: "returned"; val: Node[] } | { tag: "thrown"; val: Node[] };

export type Encoding = "utf8" | "utf16" | "latin1-utf16";

export type Generator =
  | {
      tag: "c";
      val: {
        encoding: Encoding;
        renameWorld: string | undefined;
        flattenSignatures: boolean;
        autodropBorrows: boolean;
      };
    }
  | { tag: "cpp"; val: { internalPrefix: string | undefined } }
  | { tag: "go"; val: { packageName: string | undefined; stubs: boolean } }
  | {
      tag: "rust";
      val: {
        stubs: boolean;
        generateAll: boolean;
        pubExportMacro: boolean;
        defaultBindingsModule: string | undefined;
        runtimePath: string | undefined;
        derives: string[];
      };
    };

export const contract: Contract<{ readonly tools: Tools }> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHyAoBQQIBQQIBQkkBcgIEcGF0aHMEdGV4dHMEAAZzb3VyY2UDAAABcH0BcgIEcGF0aHMHY29udGVudAIEAARmaWxlAwADAXIDBHBhdGhzBGxpbmV5BmNvbHVtbnkEAAhwb3NpdGlvbgMABQFyAgZudW1iZXJ5BmNvbHVtbnkEABFhcmd1bWVudC1wb3NpdGlvbgMABwFxAgZzb3VyY2UBBgAIYXJndW1lbnQBCAAEAAVwbGFjZQMACQFrcwFwcwFyAgVnaXZlbgsFa25vd24MBAAGY2hvaWNlAwANAWsKAWsOAXIDB21lc3NhZ2VzBXBsYWNlDwZjaG9pY2UQBAAKZGlhZ25vc3RpYwMAEQFtAwR1dGY4BXV0ZjE2DGxhdGluMS11dGYxNgQACGVuY29kaW5nAwATAXIECGVuY29kaW5nFAxyZW5hbWUtd29ybGQLEmZsYXR0ZW4tc2lnbmF0dXJlc38QYXV0b2Ryb3AtYm9ycm93c38EAAljLW9wdGlvbnMDABUBcgEPaW50ZXJuYWwtcHJlZml4CwQAC2NwcC1vcHRpb25zAwAXAXICDHBhY2thZ2UtbmFtZQsFc3R1YnN/BAAKZ28tb3B0aW9ucwMAGQFyBgVzdHVic38MZ2VuZXJhdGUtYWxsfxBwdWItZXhwb3J0LW1hY3JvfxdkZWZhdWx0LWJpbmRpbmdzLW1vZHVsZQsMcnVudGltZS1wYXRoCwdkZXJpdmVzDAQADHJ1c3Qtb3B0aW9ucwMAGwFxBAFjARYAA2NwcAEYAAJnbwEaAARydXN0ARwABAAJZ2VuZXJhdG9yAwAdAXICA2tleXMFdmFsdWV5BAAIcHJvcGVydHkDAB8BcH4BcHwBcHsBcHoBcHkBcHgBcHcBcHYBcHUBcQoEaW50OAEhAAV1aW50OAECAAVpbnQxNgEiAAZ1aW50MTYBIwAFaW50MzIBJAAGdWludDMyASUACWJpZy1pbnQ2NAEmAApiaWctdWludDY0AScAB2Zsb2F0MzIBKAAHZmxvYXQ2NAEpAAQAC3R5cGVkLWFycmF5AwAqAXAgAXEJCXVuZGVmaW5lZAAAB2Jvb2xlYW4BfwAGbnVtYmVyAXUABnNpZ25lZAF4AAh1bnNpZ25lZAF3AAR0ZXh0AXMAC3R5cGVkLWFycmF5ASsABWFycmF5ASUABm9iamVjdAEsAAQABG5vZGUDAC0BcC4BcQIIcmV0dXJuZWQBLwAGdGhyb3duAS8ABAAHb3V0Y29tZQMAMAFwAQFqAXMBEgFAAgdzb3VyY2VzMgV3b3JsZAsAMwQAB3Jlc29sdmUBNAFqAQIBEgFAAgdzb3VyY2VzMgV3b3JsZAsANQQACGNvbnRyYWN0ATYBcAQBagE3ARIBQAMHc291cmNlczIFd29ybGQLCWdlbmVyYXRvch4AOAQACGdlbmVyYXRlATkBQAQGbW9kdWxlAgdzb3VyY2VzMgV3b3JsZAsIZW5jb2RpbmcUADUEAAVlbWJlZAE6AUABBm1vZHVsZQIANQQADGNvbXBvbmVudGl6ZQE7AUABBHdhc20CADMEAAVwcmludAE8BAADd2F0ATwBagEvARIBQAMEd2FzbQIEcGF0aHMFdGV4dHMMAD0EAAxwYXJzZS12YWx1ZXMBPgFAAwR3YXNtAgRwYXRocwdvdXRjb21lMQAzBAAMcHJpbnQtcmVzdWx0AT8EABxwb2x5cGx1ZzpiaW5kZ2VuL3Rvb2xzQDAuMS4wBQAEAB5wb2x5cGx1ZzpiaW5kZ2VuL2JpbmRnZW5AMC4xLjAEAAsNAQAHYmluZGdlbgMAAAAvCXByb2R1Y2VycwEMcHJvY2Vzc2VkLWJ5AQ13aXQtY29tcG9uZW50BzAuMjYyLjA=",
);
