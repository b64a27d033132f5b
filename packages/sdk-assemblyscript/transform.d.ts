/**
 * The transform for `asc` that makes a plugin of compiled bindings: exports under the names that the canonical ABI has
 * for them, the contract in the section `component-type`, and nothing asked of the host that the contract does not have.
 *
 *     asc bindings/index.ts --transform @polyplug/sdk-assemblyscript/transform --outFile plugin.wasm
 */
export default class PluginTransform {
  afterParse(parser: unknown): void;
  afterInitialize(program: unknown): void;
  afterCompile(module: unknown): void;
}
