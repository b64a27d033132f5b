/** The languages that a plugin can be written in. */
export type Language = "rust" | "go" | "assemblyscript" | "c" | "cpp" | "javascript" | "typescript";

/** What a contract's types become: functions of a core module, or those of a component. */
export type Lowering = "core" | "component";

/** The sources of one plugin, as they were found in a folder. */
export interface Project {
  /** An absolute path. */
  readonly folder: string;
  readonly language: Language;
  /** The language as people write it: `C++`. */
  readonly title: string;
  /** What the artifact is called, without an extension. */
  readonly name: string;
  /** Where the contract is, from the folder: a folder of WIT files, or one such file. */
  readonly wit: string;
  /** Which world of the contract the plugin is of. Undefined where the contract has only one. */
  readonly world: string | undefined;
  /** What is built unless somebody asks for another. */
  readonly lowering: Lowering | "both";
}
