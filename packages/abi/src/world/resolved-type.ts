import type { Declarator } from "@polyplug/wasm-binary";
import type { TypeScope } from "./type-scope.ts";
import type { Item } from "./world.ts";

/**
 * The type of instances or of components: what is declared, and where. It is resolved anew for each use, because each
 * use has resources of its own.
 */
export interface DeclaredType<K extends "instance" | "component" = "instance" | "component"> {
  readonly kind: K;
  readonly declarators: readonly Declarator[];
  /** What lies around the declarators. */
  readonly scope: TypeScope;
}

/** What a type index stands for. Of an item of the kind `function` it is the type alone. */
export type ResolvedType = Item | DeclaredType<"instance"> | DeclaredType<"component">;

/** An instance of which the types are known. */
export interface ResolvedInstance {
  readonly kind: "interface";
  readonly items: ReadonlyMap<string, ResolvedExtern>;
}

/** What an import or an export is. */
export type ResolvedExtern =
  | Item
  | ResolvedInstance
  | DeclaredType<"component">
  /** What WIT has no word for. */
  | { readonly kind: "core module" | "value" };

/** The names of a component or an instance, resolved. */
export interface ResolvedDeclarations {
  readonly imports: ReadonlyMap<string, ResolvedExtern>;
  readonly exports: ReadonlyMap<string, ResolvedExtern>;
}
