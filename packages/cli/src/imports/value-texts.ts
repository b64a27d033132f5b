import type { ValueType } from "@polyplug/abi";
import type { Bindgen } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { witOfType } from "./wit-of-type.ts";

/** Reads and writes values of any type in the WebAssembly Value Encoding, imports' too. */
export class ValueTexts {
  readonly #bindgen: Bindgen;
  readonly #contracts = new Map<ValueType, Promise<Uint8Array>>();

  constructor(bindgen: Bindgen) {
    this.#bindgen = bindgen;
  }

  /** The value that a text stands for. Throws `bad-argument` with the column where it stands for none. */
  async parse(type: ValueType, text: string): Promise<unknown> {
    try {
      const [value] = await this.#bindgen.parseValues(await this.#contract(type), "values", [text]);
      return value;
    } catch (error) {
      if (!PluginError.is(error)) throw error;
      const reason = error.reason.replace(/^argument 1, /, "").replace(/ value: (?=.*$)/, " ");
      throw new PluginError({ ...error, action: `read ${text}`, reason, cause: error });
    }
  }

  async print(type: ValueType, value: unknown): Promise<string> {
    const text = await this.#bindgen.printResult(await this.#contract(type), "values", [value]);
    return text.slice(1, -1);
  }

  /** The same value as it is written here: `ok( 1 )` is `ok(1)`. */
  async normalize(type: ValueType, text: string): Promise<string> {
    return await this.print(type, await this.parse(type, text));
  }

  async #contract(type: ValueType): Promise<Uint8Array> {
    const known = this.#contracts.get(type) ?? this.#bindgen.contract(witOfType(type));
    this.#contracts.set(type, known);
    return await known;
  }
}
