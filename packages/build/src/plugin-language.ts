import type { Bindgen, BindingFile, WitSource } from "@polyplug/bindgen";
import type { Adapter, BuildJob, Toolchain } from "./adapter.ts";
import type { ContractPart } from "./expressible/contract-part.ts";
import type { Language, Lowering, Project } from "./project/project.ts";

/** A contract that was read, and what reads it. */
export interface ReadContract {
  /** By paths from the project's folder. */
  readonly wit: readonly WitSource[];
  readonly bindgen: Bindgen;
}

/** What is known when a compiler is about to run. */
export interface Workplace extends ReadContract {
  readonly project: Project;
  /** The compiler. */
  readonly toolchain: Toolchain;
  /** The files of `bindings/`, by paths from the project's folder. */
  readonly bindings: readonly string[];
  /** An empty folder for whatever a compiler must find that is not in the project. Gone after the build. */
  readonly scratch: string;
  /** Tells people what a step before the compiler had to say, such as a warning of the bundler. */
  readonly warn: (text: string) => void;
}

/** What a project in a language looks like, and how a compiler is to be told of it. */
export interface PluginLanguage {
  readonly language: Language;
  /** As people write it. */
  readonly title: string;
  /** What of a project shows that it is of this language, as people write it: `Cargo.toml`. */
  readonly sign: string;
  /** Whether a file, by its path from the project's folder, is such a sign. */
  readonly shows: (file: string) => boolean;
  readonly adapter: Adapter;
  /** What comes out of the compiler. Of a core module a component is made afterwards. */
  readonly makes: Lowering;
  /** What of a contract cannot be said in this language: where it is, why, and what to do, a line each. */
  readonly lacks?: (parts: readonly ContractPart[], folder: string) => readonly string[] | Promise<readonly string[]>;
  /** What goes into `bindings/`. Left out where the language has its bindings by itself. */
  readonly bindings?: (project: Project, contract: ReadContract) => Promise<readonly BindingFile[]>;
  /** What the compiler is to do, but for where the artifact goes. */
  readonly job: (workplace: Workplace) => Promise<Omit<BuildJob, "out">>;
}
