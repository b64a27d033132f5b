import { type Contract, defineContract } from "@polyplug/host";

/** `plugin/wit/bindgen.wit`, as JavaScript sees it. */
export interface Tools {
  resolve(sources: Source[]): string;
  contract(sources: Source[], world: string | undefined): Uint8Array;
  generate(sources: Source[], world: string | undefined, generator: Generator): File[];
  embed(module: Uint8Array, sources: Source[], world: string | undefined, encoding: Encoding): Uint8Array;
  componentize(module: Uint8Array): Uint8Array;
  print(wasm: Uint8Array): string;
  wat(wasm: Uint8Array): string;
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
  position: { path: string; line: number; column: number } | undefined;
}

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
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHpgYBQQIBQQIBQioBcgIEcGF0aHMEdGV4dHMEAAZzb3VyY2UDAAABcH0BcgIEcGF0aHMHY29udGVudAIEAARmaWxlAwADAXIDBHBhdGhzBGxpbmV5BmNvbHVtbnkEAAhwb3NpdGlvbgMABQFrBgFyAgdtZXNzYWdlcwhwb3NpdGlvbgcEAApkaWFnbm9zdGljAwAIAW0DBHV0ZjgFdXRmMTYMbGF0aW4xLXV0ZjE2BAAIZW5jb2RpbmcDAAoBa3MBcgQIZW5jb2RpbmcLDHJlbmFtZS13b3JsZAwSZmxhdHRlbi1zaWduYXR1cmVzfxBhdXRvZHJvcC1ib3Jyb3dzfwQACWMtb3B0aW9ucwMADQFyAQ9pbnRlcm5hbC1wcmVmaXgMBAALY3BwLW9wdGlvbnMDAA8BcgIMcGFja2FnZS1uYW1lDAVzdHVic38EAApnby1vcHRpb25zAwARAXBzAXIGBXN0dWJzfwxnZW5lcmF0ZS1hbGx/EHB1Yi1leHBvcnQtbWFjcm9/F2RlZmF1bHQtYmluZGluZ3MtbW9kdWxlDAxydW50aW1lLXBhdGgMB2Rlcml2ZXMTBAAMcnVzdC1vcHRpb25zAwAUAXEEAWMBDgADY3BwARAAAmdvARIABHJ1c3QBFQAEAAlnZW5lcmF0b3IDABYBcAEBagFzAQkBQAEHc291cmNlcxgAGQQAB3Jlc29sdmUBGgFqAQIBCQFAAgdzb3VyY2VzGAV3b3JsZAwAGwQACGNvbnRyYWN0ARwBcAQBagEdAQkBQAMHc291cmNlcxgFd29ybGQMCWdlbmVyYXRvchcAHgQACGdlbmVyYXRlAR8BQAQGbW9kdWxlAgdzb3VyY2VzGAV3b3JsZAwIZW5jb2RpbmcLABsEAAVlbWJlZAEgAUABBm1vZHVsZQIAGwQADGNvbXBvbmVudGl6ZQEhAUABBHdhc20CABkEAAVwcmludAEiBAADd2F0ASIEABxwb2x5cGx1ZzpiaW5kZ2VuL3Rvb2xzQDAuMS4wBQAEAB5wb2x5cGx1ZzpiaW5kZ2VuL2JpbmRnZW5AMC4xLjAEAAsNAQAHYmluZGdlbgMAAAAvCXByb2R1Y2VycwEMcHJvY2Vzc2VkLWJ5AQ13aXQtY29tcG9uZW50BzAuMjYyLjA=",
);
