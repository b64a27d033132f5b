import { snakeCase } from "./identifiers.ts";
import type { BindingModule } from "./world-modules.ts";

/** What a generated file names of others, noted as it is named. */
export class ModuleNames {
  readonly #own: BindingModule | undefined;
  readonly #aliases = new Map<string, string>();
  readonly #sdk = new Set<string>();
  readonly #machinery = new Set<string>();
  readonly #plugin: string;

  /** `plugin` is where the author's module is, seen from the bindings. `own` is the file itself, if authors import from it. */
  constructor(plugin: string, own?: BindingModule) {
    this.#plugin = plugin;
    this.#own = own;
  }

  /** What stands in front of a name of that file: `$filter.`, or nothing for the file itself. */
  of(module: BindingModule): string {
    return module === this.#own ? "" : this.#alias(snakeCase(module.file), `./${module.file}`);
  }

  /** In front of a name of the file with everything that the canonical ABI asks for. */
  abi(): string {
    return this.#alias("abi", "./abi");
  }

  /** In front of a name of the author's module. */
  plugin(): string {
    return this.#alias("plugin", this.#plugin);
  }

  /** A name of the SDK that authors use too. */
  sdk(name: string): string {
    this.#sdk.add(name);
    return name;
  }

  /** A name of the part of the SDK that is for bindings. */
  machinery(name: string): string {
    this.#machinery.add(name);
    return name;
  }

  imports(): string[] {
    const sdk = "@polyplug/sdk-assemblyscript";
    const named = (names: ReadonlySet<string>, from: string): string[] =>
      names.size === 0 ? [] : [`import { ${[...names].sort().join(", ")} } from "${from}";`];
    return [
      ...named(this.#sdk, sdk),
      ...named(this.#machinery, `${sdk}/abi`),
      ...[...this.#aliases].map(([from, alias]) => `import * as ${alias} from "${from}";`).sort(),
    ];
  }

  #alias(name: string, from: string): string {
    // No name in WIT has a dollar sign, so this hides nothing.
    const alias = `$${name}`;
    this.#aliases.set(from, alias);
    return `${alias}.`;
  }
}
