import type { World } from "@polyplug/abi";
import { type Documentation, undocumented } from "./documentation/documentation.ts";
import { block, type Layout } from "./layout/layout.ts";
import { distinct, ownName, shortName } from "./names/interface-names.ts";
import { typeName } from "./names/pascal-case.ts";
import { propertyKey } from "./names/property-key.ts";
import { quoted } from "./names/quoted.ts";
import { documented } from "./text/comment.ts";
import { faceLayouts } from "./text/face-layout.ts";
import { providedModule } from "./text/guest-module.ts";
import { asProperty, memberLayouts } from "./text/member-layouts.ts";
import { moduleText } from "./text/module-text.ts";
import { type WorldText, worldText } from "./text/world-text.ts";
import { contractPlace } from "./world/place.ts";

/** What the declarations for a plugin's author are made of. */
export interface GuestParts {
  readonly world: World;
  /** Default: none. */
  readonly docs?: Documentation | undefined;
}

/**
 * The declarations for the sources of a plugin in JavaScript or TypeScript, in one file without imports: a module for each
 * interface that the host provides, under the id by which the plugin imports it; one for each such function of the world,
 * which is its default export; and one under the world's own name, with the types of what the plugin exports
 * (`TextFilterExports`), of what it imports, and of everything that those name.
 *
 * Throws as `printContract` does.
 */
export function printGuest({ world, docs = undocumented }: GuestParts): string {
  const title = world.name ?? "plugin";
  const prefix = typeName(ownName(title)) || "Plugin";
  const [exported, imported] = [`${prefix}Exports`, `${prefix}Imports`];
  // To a plugin, what the host provides is what a plugin is to a host: something to be called.
  const text = worldText(
    { name: world.name, imports: world.exports, exports: world.imports },
    {
      docs: {
        world: docs.world,
        interface: (side, id) => docs.interface(contractPlace({ side, interface: id }, "plugin").side, id),
        item: (place, name, member) => docs.item(contractPlace(place, "plugin"), name, member),
      },
      name: ownName(title),
      isApart: () => false,
      reserved: [exported, imported],
      view: "plugin",
    },
  );
  const own: Layout[] = [
    documented(docs.world, [`export interface ${exported} `, block(implemented(text))]),
    documented("What the host provides, by module.", [`export interface ${imported} `, block(provided(text))]),
    ...text.declarations,
  ];
  const modules: Layout[] = [["declare module ", quoted(title), " ", block(own)]];
  for (const face of text.model.exports.interfaces) modules.push(providedModule(text, face, title));
  for (const { name } of text.model.exports.own.owner.functions) {
    const type = `import(${quoted(title)}).${imported}[${quoted(name)}]`;
    modules.push(["declare module ", quoted(name), " ", block([`const call: ${type};`, "export default call;"])]);
  }
  return moduleText(
    `The side of a plugin of ${title}`,
    modules.map((part) => [part]),
  );
}

/** What the plugin's module exports: an interface under its own name where no other is called so, else under its id. */
function implemented({ model, scope, names }: WorldText): Layout[] {
  const { interfaces, ids, own } = model.imports;
  const short = distinct(ids, shortName);
  const keyed = interfaces.map((face) => {
    const { interface: id = "" } = face.owner.place;
    return `readonly ${propertyKey(short.has(id) ? shortName(id) : id)}: ${names.get(face)};`;
  });
  return [...keyed, ...faceLayouts(scope, own, "the world")];
}

/** What the plugin imports, by the names of the modules. */
function provided({ model, scope, names }: WorldText): Layout[] {
  const { interfaces, own } = model.exports;
  const keyed = interfaces.map(
    (face) => `readonly ${propertyKey(face.owner.place.interface ?? "")}: ${names.get(face)};`,
  );
  return [...keyed, ...memberLayouts(scope, own.owner.functions, "the world", asProperty, (label) => label)];
}
