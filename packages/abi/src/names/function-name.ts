/** What a function's name says of it: whether it belongs to a resource, and how. */
export type FunctionName =
  | { readonly kind: "freestanding"; readonly name: string }
  | { readonly kind: "constructor"; readonly resource: string }
  | { readonly kind: "method" | "static"; readonly resource: string; readonly name: string };

/** The name as components and core modules write it: `run`, `[constructor]r`, `[method]r.m`, `[static]r.s`. */
export function printFunctionName(name: FunctionName): string {
  switch (name.kind) {
    case "freestanding":
      return name.name;
    case "constructor":
      return `[constructor]${name.resource}`;
    default:
      return `[${name.kind}]${name.resource}.${name.name}`;
  }
}

const label = "[a-zA-Z][0-9a-zA-Z]*(?:-[0-9a-zA-Z]+)*";
const freestanding = new RegExp(`^${label}$`);
const ofResource = new RegExp(`^\\[(constructor|method|static)\\](${label})(?:\\.(${label}))?$`);

/**
 * Reads what {@link printFunctionName} writes; undefined for what is no function's name.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#import-and-export-definitions | Explainer, import and export definitions}.
 */
export function readFunctionName(text: string): FunctionName | undefined {
  if (freestanding.test(text)) return { kind: "freestanding", name: text };
  const [, kind, resource, name] = ofResource.exec(text) ?? [];
  if (resource === undefined) return undefined;
  if (kind === "constructor") return name === undefined ? { kind, resource } : undefined;
  if (name === undefined) return undefined;
  return { kind: kind === "method" ? "method" : "static", resource, name };
}

/** Whether this can be the name of a resource. */
export function isLabel(text: string): boolean {
  return freestanding.test(text);
}
