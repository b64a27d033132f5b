import type { Bindgen } from "@polyplug/bindgen";
import type { Adapter } from "@polyplug/build";
import type { Lowering, StartingGrant, Target } from "@polyplug/built-guests";
import type { TypedGuest } from "./typed-guest.ts";

/** A compiler for typed guests, and how it wants to find them. */
export interface TypedCompiler {
  readonly adapter: Adapter;
  /** As in the name of what it makes. */
  readonly generator?: string;
  readonly target: Target;
  /** Of a core module, bindgen then makes a component. */
  readonly makes: Lowering;
  /** A folder of this package: the artifacts depend on what is in it, and on how `@polyplug/build` compiles the language. */
  readonly recipe: URL;
  readonly layOut: LayOut;
  /** What of the laid out folder is compiled. By default what the compiler finds there by itself. */
  readonly files?: readonly string[];
  /** Whether the contract has to be put into what comes out. Compilers that link bindings with it do that. */
  readonly embeds?: true;
  /** Makes one project of the folders of several guests. There where the compiler takes them together. */
  readonly layOutBatch?: (folder: string, members: readonly string[]) => Promise<void>;
}

/** Puts into an empty folder what a compiler needs of a guest. */
export type LayOut = (guest: TypedGuest, folder: string, tools: () => Promise<Bindgen>) => Promise<void>;

/** A language that typed guests are written in. */
export interface TypedLanguage {
  readonly language: string;
  /** As people write it. */
  readonly title: string;
  /** The source's name. */
  readonly file: string;
  /** What else in the folder is the guest's own. By default nothing. */
  readonly companions?: RegExp;
  readonly compilers: readonly TypedCompiler[];
  /** Without it no plugin of this language runs. By default nothing. */
  readonly grant?: StartingGrant;
}
