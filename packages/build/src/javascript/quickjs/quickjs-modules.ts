import type { World } from "@polyplug/abi";
import type { Plugin } from "rolldown";
import { programPath } from "../../program-path.ts";
import type { CarriedWorld } from "./carried-world.ts";
import { describeWorld } from "./describe-world.ts";

/** The module to begin with: what the engine is to call. */
export const entryModule = "polyplug:entry";

/** What stands in the code where the table of its sources has to go. */
export const tablePlace = '"polyplug:sources"';

const worldModule = "polyplug:world";
const guest = JSON.stringify(programPath("javascript/quickjs/guest/index"));

/** The modules that lie between the engine and a plugin: the plugin's file is `plugin` to them. */
export function quickjsModules(world: World, plugin: string): Plugin {
  const carried = describeWorld(world);
  const modules = moduleTexts(carried, plugin);
  const ids = new Map([...modules.keys()].map((id) => [unversioned(id), id]));
  return {
    name: "polyplug:quickjs",
    resolveId(source, importer) {
      // A module that stands for an interface has that one from the engine.
      if (importer === `\0${source}`) return { id: source, external: true };
      const id = modules.has(source) ? source : ids.get(source);
      return id === undefined ? undefined : { id: `\0${id}`, moduleSideEffects: true };
    },
    load: (id) => (id.startsWith("\0") ? modules.get(id.slice(1)) : undefined),
  };
}

function unversioned(id: string): string {
  return id.replace(/@[^@]*$/, "");
}

function moduleTexts(world: CarriedWorld, plugin: string): ReadonlyMap<string, string> {
  const { exports, own, imports } = world;
  // Two versions of an interface have one name, by which the engine looks for either.
  const interfaces = new Set(exports.map(([[name = ""]]) => name));
  const names = [...interfaces, ...[...own.functions, ...own.classes].map(([key]) => key)];
  const withClasses = imports.flatMap(([id, { classes }]) => (classes.length > 0 ? [id] : []));
  const modules = new Map([
    [worldModule, `export default ${JSON.stringify(world)};`],
    [
      entryModule,
      [
        // The methods of the host's classes have to be replaced whoever gives an object of one.
        ...withClasses.map((id) => `import ${JSON.stringify(id)};`),
        `import * as plugin from ${JSON.stringify(plugin)};`,
        `import { carryExports } from ${guest};`,
        `import world from "${worldModule}";`,
        `const own = carryExports(plugin, world, ${tablePlace});`,
        exportEach(names, "own"),
      ].join("\n"),
    ],
  ]);
  for (const [index, [id, { functions, classes }]] of imports.entries()) {
    modules.set(
      id,
      [
        `import * as host from ${JSON.stringify(id)};`,
        `import { carryImports } from ${guest};`,
        `import world from "${worldModule}";`,
        `const own = carryImports(host, world.types, world.imports[${index}][1]);`,
        exportEach(
          [...functions, ...classes].map(([key]) => key),
          "own",
        ),
      ].join("\n"),
    );
  }
  // The engine has functions of the world's own as globals, and the contract's types have a module for each.
  for (const [index, [name]] of world.provided.entries()) {
    modules.set(
      name,
      [
        `import { carryFunction } from ${guest};`,
        `import world from "${worldModule}";`,
        `const [, key, type] = world.provided[${index}];`,
        "export default carryFunction(globalThis[key], world.types, type);",
      ].join("\n"),
    );
  }
  return modules;
}

/** Names come from the contract, and may be words of the language. */
function exportEach(names: readonly string[], from: string): string {
  const values = names.map((name, index) => `const v${index} = ${from}[${JSON.stringify(name)}];`);
  return [
    ...values,
    `export { ${names.map((name, index) => `v${index} as ${JSON.stringify(name)}`).join(", ")} };`,
  ].join("\n");
}
