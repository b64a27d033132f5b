import { type ParseResult, parseSync, Visitor } from "oxc-parser";
import type { Tree } from "./tree.ts";

/** One `import`, `export … from`, `import(…)` or type `import("…")` of a module. */
export interface ModuleImport {
  readonly path: string;
  readonly line: number;
  /** As it is written: `node:fs`, `./tree.ts`, `@polyplug/errors`. */
  readonly specifier: string;
}

/** AssemblyScript has the extension of TypeScript, and neither its grammar nor its modules: plugins, templates and the SDK. */
const assemblyscript =
  /\.as\.ts$|^examples\/[^/]+\/assemblyscript\/|\/templates\/assemblyscript\/|^packages\/sdk-assemblyscript\/(assembly\/|[^/]+\.ts$)/;

/** JavaScript and TypeScript modules, declarations included. */
function isModule(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path) && !assemblyscript.test(path);
}

export function parseModule(path: string, text: string): ParseResult {
  const result = parseSync(path, text);
  const [error] = result.errors;
  if (error !== undefined) throw new SyntaxError(`cannot parse ${path}: ${error.message}`);
  return result;
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Everything that a module names to be loaded, in the order of the text. */
function moduleImports(path: string, text: string): ModuleImport[] {
  const { module, program } = parseModule(path, text);
  const found: { specifier: string; start: number }[] = [];
  for (const { moduleRequest } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, start: moduleRequest.start });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) {
      if (moduleRequest !== null) found.push({ specifier: moduleRequest.value, start: moduleRequest.start });
    }
  }
  new Visitor({
    // A computed specifier cannot be judged; there is none here to be afraid of.
    ImportExpression: ({ source }) => {
      if (source.type === "Literal" && typeof source.value === "string") {
        found.push({ specifier: source.value, start: source.start });
      }
    },
    TSImportType: ({ source }) => {
      found.push({ specifier: source.value, start: source.start });
    },
  }).visit(program);
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ specifier, start }) => ({ path, line: lineAt(text, start), specifier }));
}

/** The imports of every module of a tree that a rule cares for. */
export function treeImports(tree: Tree, isWanted: (path: string) => boolean = () => true): ModuleImport[] {
  return tree.paths
    .filter((path) => isModule(path) && isWanted(path))
    .flatMap((path) => moduleImports(path, tree.read(path)));
}
