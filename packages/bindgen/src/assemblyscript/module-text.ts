import type { WitFunction } from "../resolved-wit.ts";
import { docComment } from "./docs.ts";
import type { FunctionCode } from "./function-code.ts";
import { roleOf } from "./function-role.ts";
import { memberName, typeName } from "./identifiers.ts";
import { ModuleNames } from "./module-names.ts";
import type { Shapes } from "./shapes.ts";
import { TypeDeclarations } from "./type-declarations.ts";
import type { BindingModule } from "./world-modules.ts";

/** What goes into the files that authors import from. */
export interface ModuleContext {
  readonly shapes: Shapes;
  readonly code: FunctionCode;
  /** The author's module, seen from the bindings. */
  readonly plugin: string;
  /** The first line of every file. */
  readonly notice: string;
}

/** The file of an interface, or of the world: types, what the host provides, and what the plugin has to. */
export function moduleText(
  module: BindingModule,
  exported: readonly WitFunction[],
  { shapes, code, plugin, notice }: ModuleContext,
): string {
  const names = new ModuleNames(plugin, module);
  const declarations = new TypeDeclarations(module, shapes, names, code);
  const parts = declarations.texts();
  if (module.side === "import") {
    for (const item of module.functions) {
      if (roleOf(item, shapes.types).kind !== "free") continue;
      const call = `${names.abi()}${code.importFunction(module, item)}`;
      const args = item.params.map((param) => memberName(param.name)).join(", ");
      const lines = [
        ...docComment(item),
        `export function ${memberName(item.name)}${declarations.signature(item)} {`,
        `  ${item.result === undefined ? "" : "return "}${call}(${args});`,
        "}",
      ];
      parts.push(lines.join("\n"));
    }
  }
  // Of what stands in comments nothing is imported.
  const told = new TypeDeclarations(module, shapes, new ModuleNames(plugin, module), code);
  const wanted = wantedOf(module, exported, told, shapes);
  const about = docComment({ docs: module.docs === undefined ? undefined : { contents: module.docs } });
  const head = [notice, ...about, ...names.imports()].join("\n");
  return `${[head, ...parts, ...wanted].join("\n\n")}\n`;
}

/** What the author has to write, as a comment. */
function wantedOf(
  module: BindingModule,
  exported: readonly WitFunction[],
  declarations: TypeDeclarations,
  shapes: Shapes,
): string[] {
  if (exported.length === 0) return [];
  const isNamespace = module.side === "export";
  const indent = isNamespace ? "  " : "";
  const free = exported.filter((item) => roleOf(item, shapes.types).kind === "free");
  const lines = free.flatMap((item) => [
    ...docComment(item, indent),
    `${indent}export function ${memberName(item.name)}${declarations.signature(item)};`,
  ]);
  const resources = new Map<string, string[]>();
  for (const item of exported) {
    const role = roleOf(item, shapes.types);
    if (role.kind === "free") continue;
    const name = typeName(role.resource);
    const members = resources.get(name) ?? [];
    resources.set(name, members);
    members.push(...docComment(item, `${indent}  `), `${indent}  ${memberText(item, declarations, shapes)};`);
  }
  for (const [name, members] of resources) {
    lines.push(`${indent}export class ${name} extends ${name}Resource {`, ...members, `${indent}}`);
  }
  const whole = isNamespace ? [`export namespace ${module.namespace} {`, ...lines, "}"] : lines;
  return [
    ["// What the plugin exports:", "//", ...whole.map((line) => `// ${line.replaceAll(/\$\w+\./g, "")}`)].join("\n"),
  ];
}

function memberText(item: WitFunction, declarations: TypeDeclarations, shapes: Shapes): string {
  const role = roleOf(item, shapes.types);
  if (role.kind === "constructor") {
    if (role.isFallible) return `static create${declarations.signature(item)}`;
    return `constructor${declarations.signature(item).split("): ")[0]})`;
  }
  if (role.kind === "method") return `${role.name}${declarations.signature(item, item.params.slice(1))}`;
  return role.kind === "static" ? `static ${role.name}${declarations.signature(item)}` : "";
}
