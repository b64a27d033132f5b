import { readContract, type World } from "@polyplug/abi";
import type { BindingFile } from "@polyplug/bindgen";
import { printDeclarations } from "@polyplug/typings";
import type { ReadContract } from "../plugin-language.ts";
import type { Project } from "../project/project.ts";

/**
 * The modules that a contract gives to a plugin, for TypeScript and for editors: `import { write } from
 * "acme:text/log@1.0.0"` then has types. A plugin calls them as a host calls a plugin that exports the same.
 */
export async function moduleDeclarations(
  { world: choice }: Project,
  { wit, bindgen }: ReadContract,
): Promise<BindingFile[]> {
  const { world } = readContract(await bindgen.contract(wit, { world: choice }));
  const modules = [...world.imports].flatMap(([name, item]) => {
    if (item.kind === "type" || item.kind === "resource") return [];
    const exports: World["exports"] = item.kind === "interface" ? item.items : new Map([[name, item]]);
    const text = printDeclarations({ world: { name: undefined, imports: new Map(), exports } });
    return [`declare module ${JSON.stringify(name)} {\n${indented(text)}}\n`];
  });
  const head =
    "// What the host provides, by the contract. Written by polyplug: changes are lost when it is written anew.\n";
  return [{ path: "imports.d.ts", content: new TextEncoder().encode([head, ...modules].join("\n")) }];
}

/** The declarations alone: in a module's body no comment says what the file is, and nothing is declared twice. */
function indented(text: string): string {
  const lines = text
    .replace(/^\/\/.*\n/, "")
    .trim()
    .split("\n");
  return lines.map((line) => (line === "" ? "\n" : `  ${line.replace("export declare ", "export ")}\n`)).join("");
}
