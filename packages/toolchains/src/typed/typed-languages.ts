import { typedAssemblyscript } from "../assemblyscript/typed-assemblyscript.ts";
import { typedC, typedCpp } from "../clang/typed-clang.ts";
import { typedGo } from "../go/typed-go.ts";
import { typedJavascript } from "../javascript/typed-javascript.ts";
import { typedTypescript } from "../javascript/typed-typescript.ts";
import { typedRust } from "../rust/typed-rust.ts";
import type { TypedLanguage } from "./typed-compiler.ts";

/** The languages of typed guests, in the order in which they are listed everywhere. */
export const typedLanguages: readonly TypedLanguage[] = [
  typedRust,
  typedC,
  typedCpp,
  typedGo,
  typedAssemblyscript,
  typedJavascript,
  typedTypescript,
];
