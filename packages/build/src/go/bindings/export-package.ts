import { packageComment } from "./contract-docs.ts";
import { resourceHandles, resourceStub, resourceTypes } from "./exported-resource.ts";
import type { GoFile, GoFunction } from "./go-file.ts";
import { type GoPackage, plainTypes, printGo, printMethod } from "./print-go.ts";

/** A package that is the plugin's side of an interface, or of the world. */
export interface ExportPackage extends GoPackage {
  /** What the plugin does, by name. */
  readonly functions: readonly string[];
}

/**
 * The files of a package that is the plugin's side of an interface. wit-bindgen has the plugin's functions and resources
 * written into this package. Here they are methods of a value that the plugin hands over, so that one package of its own
 * can do several interfaces, and none of it lies among generated files.
 */
export function exportPackage({ package: name, imports, declarations, docs }: GoFile): ExportPackage {
  const about = packageComment(name, docs, "as the plugin exports it");
  const toWrite = declarations.flatMap(({ function: one }) => (one?.body?.includes("not implemented") ? [one] : []));
  const functions = toWrite.filter(({ receiver }) => receiver === undefined);
  const resources = declarations.flatMap(({ type, text }) =>
    type !== undefined && /\n\s*pinner runtime\.Pinner\n/.test(text) ? [type] : [],
  );
  const kept = declarations.filter(({ type, function: one }) => {
    if (type !== undefined) return !resources.includes(type);
    return one === undefined || !(toWrite.includes(one) || isOf(one, resources));
  });
  const bindings = declarations.map(({ text }) => text).join("\n");
  const print = (constraint: string | undefined, texts: readonly string[]) =>
    printGo({
      package: name,
      imports,
      constraint,
      declarations: texts.map(plainTypes),
      docs: constraint === undefined ? about : undefined,
    });
  const exports = [
    ...kept.map(({ text }) => text),
    ...resources.flatMap((one) =>
      resourceTypes(
        one,
        toWrite.filter(({ receiver }) => receiver === `*${one}`),
      ),
    ),
    ...(functions.length > 0 ? printExports(name, functions) : []),
  ];
  return {
    name,
    functions: functions.map((one) => one.name),
    files: {
      "exports.go": print(undefined, exports),
      ...(resources.length > 0 && {
        "handles.go": print(
          "wasip1",
          resources.flatMap((one) => resourceHandles(one, bindings)),
        ),
        "stub.go": print("!wasip1", resources.map(resourceStub)),
      }),
    },
  };
}

/** Whether wit-bindgen made a function for a resource. */
function isOf({ name, receiver }: GoFunction, resources: readonly string[]): boolean {
  return resources.some((one) => {
    if (receiver !== undefined) return receiver === `*${one}`;
    return /^(resource(New|Rep|Drop|Dtor)\w+|\w+From(Own|Borrow)Handle)$/.test(name) && name.includes(one);
  });
}

function printExports(name: string, functions: readonly GoFunction[]): readonly string[] {
  return [
    ["// Exports is what a plugin has to do.", "type Exports interface {", ...functions.map(printMethod), "}"].join(
      "\n",
    ),
    "var exported Exports",
    [
      "// Export says what does it. A plugin calls it in an init function.",
      "func Export(exports Exports) {",
      "exported = exports",
      "}",
    ].join("\n"),
    [
      "// Exported gives what does it. Bindings call it.",
      "func Exported() Exports {",
      "if exported == nil {",
      `panic("the plugin has to call ${name}.Export in an init function")`,
      "}",
      "return exported",
      "}",
    ].join("\n"),
  ];
}
