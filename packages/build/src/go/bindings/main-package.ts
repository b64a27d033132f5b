import type { ExportPackage } from "./export-package.ts";
import type { GoFile } from "./go-file.ts";
import { type GoPackage, printGo } from "./print-go.ts";

/** What the program leads calls to. */
export interface MainParts {
  /** The plugin's own package. */
  readonly module: string;
  readonly bindings: string;
  readonly exported: readonly ExportPackage[];
}

/** A panic of the plugin's is a trap to whoever called it. What is called after a call has nothing of the plugin's in it. */
function trapping(text: string): string {
  if (!text.includes("//go:wasmexport ") || text.includes("//go:wasmexport cabi_post_")) return text;
  const isLent = /\b(?!export_)\w+\.\w+FromBorrowHandle\(/.test(text);
  const deferred = ["defer witRuntime.TrapPanic()", ...(isLent ? ["defer witRuntime.ReturnLent()"] : [])];
  return text.replace(/^(func .*\{)$/m, `$1\n${deferred.join("\n")}\n`);
}

/** The program that is compiled: it starts the plugin's own package, and leads what the host calls there. */
export function mainPackage({ imports, declarations }: GoFile, { module, bindings, exported }: MainParts): GoPackage {
  const functions = new Map(exported.map((one) => [one.name, one.functions]));
  const toPlugin = (text: string): string =>
    text.replace(/\b(export_\w+)\.(\w+)\(/g, (call, name: string, called: string) =>
      functions.get(name)?.includes(called) ? `${name}.Exported().${called}(` : call,
    );
  const checked = exported.filter((one) => one.functions.length > 0).map(({ name }) => name);
  const check = [
    "// What the plugin does not export shows when it is loaded, and not only when it is called.",
    `func init() {\ndefer witRuntime.TrapPanic()\n${checked.map((name) => `${name}.Exported()`).join("\n")}\n}`,
  ].join("\n");
  const text = printGo({
    package: "main",
    imports: new Map([...imports, ...exported.map(({ name }): [string, string] => [name, `${bindings}/${name}`])]),
    declarations: [...declarations.map((one) => toPlugin(trapping(one.text))), check],
    constraint: "wasip1",
    started: [module],
  });
  return { name: "main", files: { "main.go": text } };
}
