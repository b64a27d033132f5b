/** How strings lie in the memory of a module. */
export type StringEncoding = "utf8" | "utf16" | "latin1+utf16";

/** Which world of a package is meant. */
export interface WorldChoice {
  /** Its name, or its id with the package's name. Default: the only world that the package has. */
  readonly world?: string | undefined;
}

export interface COptions {
  /** Default `"utf8"`. */
  readonly encoding?: StringEncoding | undefined;
  /** What the world is called in the code, and the files after it. */
  readonly renameWorld?: string | undefined;
  /**
   * Whether an `option` parameter becomes a pointer that may be null, and a `result` a `bool` with pointers to write
   * to. Default true.
   */
  readonly flattenSignatures?: boolean | undefined;
  /** Whether what an export was lent is given back when it returns. Default false: the code does it. */
  readonly autodropBorrows?: boolean | undefined;
}

export interface CppOptions {
  /** A namespace around all classes. */
  readonly internalPrefix?: string | undefined;
}

export interface GoOptions {
  /** Makes the bindings a library under this path. Default: a program. */
  readonly packageName?: string | undefined;
  /** Whether there are empty exports to start from. Default false. */
  readonly stubs?: boolean | undefined;
}

export interface RustOptions {
  /** Whether there are empty exports to start from. Default false. */
  readonly stubs?: boolean | undefined;
  /** Whether interfaces of other packages are made too. Default true. */
  readonly generateAll?: boolean | undefined;
  /** Whether the macro `export!` is public. Default false. */
  readonly pubExportMacro?: boolean | undefined;
  /** Where that macro looks for the bindings. Default: in the module that it is used in. */
  readonly defaultBindingsModule?: string | undefined;
  /** Where the crate wit-bindgen has its runtime. Default `"wit_bindgen::rt"`. */
  readonly runtimePath?: string | undefined;
  /** Traits for the types to derive, such as `"PartialEq"`. Default: none. */
  readonly derives?: readonly string[] | undefined;
}

export interface AssemblyScriptOptions {
  /** The module that implements the exports, seen from the folder of the bindings. Default `"../plugin"`. */
  readonly plugin?: string | undefined;
}

/** For which language bindings are made, and how. */
export type GenerateOptions = WorldChoice &
  (
    | { readonly language: "assemblyscript"; readonly options?: AssemblyScriptOptions | undefined }
    | { readonly language: "c"; readonly options?: COptions | undefined }
    | { readonly language: "cpp"; readonly options?: CppOptions | undefined }
    | { readonly language: "go"; readonly options?: GoOptions | undefined }
    | { readonly language: "rust"; readonly options?: RustOptions | undefined }
  );

export interface EmbedOptions extends WorldChoice {
  /** Default `"utf8"`. */
  readonly encoding?: StringEncoding | undefined;
}

/** One file of bindings. */
export interface BindingFile {
  readonly path: string;
  /** Text in UTF-8, but for the object files of C and C++. */
  readonly content: Uint8Array;
}
