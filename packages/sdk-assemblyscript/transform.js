/**
 * Makes a plugin of what `asc` compiles from the bindings of a contract: exports under the names that the canonical ABI
 * has for them, the contract in the section `component-type`, and nothing asked of the host that the contract does not
 * have.
 *
 *     asc bindings/index.ts --transform @polyplug/sdk-assemblyscript/transform --outFile plugin.wasm
 */
export default class {
  /** By the identifier in the bindings, what a function is exported as. */
  #names = new Map();
  #contracts = [];

  /** Reads the decorators: `@exported("name", …)` of functions, `@contract("section", "base64")` of a constant. */
  afterParse(parser) {
    for (const source of parser.sources) {
      for (const statement of source.statements) {
        for (const { name, args } of statement.decorators ?? []) {
          const values = () => args.map(({ value }) => value);
          if (name.text === "exported") this.#names.set(statement.name.text, values());
          if (name.text === "contract") this.#contracts.push(values());
        }
      }
    }
    if (this.#contracts.length === 0) {
      throw new Error(
        "these are no bindings of a contract: compile bindings/index.ts, which `polyplug bindings` writes",
      );
    }
  }

  /** Puts the functions of this package in the place of those that AssemblyScript imports from `env`. */
  afterInitialize(program) {
    const own = "~lib/@polyplug/sdk-assemblyscript/assembly";
    for (const [name, file] of Object.entries({ abort: "abort", seed: "abort", trace: "log", console: "log" })) {
      program.elementsByName.set(name, program.elementsByName.get(`${own}/${file}/${name}`));
    }
    // What runs at the top of a module may call the host, which cannot answer before it has the plugin's memory.
    program.options.exportStart = "_initialize";
  }

  afterCompile(module) {
    for (const [identifier, names] of this.#names) {
      const { value } = this.binaryen.getExportInfo(module.getExport(identifier));
      for (const name of names) module.addFunctionExport(value, name);
      module.removeExport(identifier);
    }
    for (const [section, base64] of this.#contracts) {
      module.addCustomSection(section, Uint8Array.from(Buffer.from(base64, "base64")));
    }
  }
}
