import type { TupleType } from "@polyplug/abi";
import type { Bindgen } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { shortestName, type WorldFunction } from "../world/world-functions.ts";
import { ValueTexts } from "./value-texts.ts";

/** A call that a plugin made of its host. */
export interface ImportedCall {
  readonly target: WorldFunction;
  readonly args: readonly unknown[];
}

/** Writes calls of imported functions, with their arguments in the WebAssembly Value Encoding: `write("a", 3)`. */
export class CallTexts {
  readonly values: ValueTexts;
  readonly #imports: readonly WorldFunction[];
  /** The parameters of functions as one type. */
  readonly #parameters = new Map<WorldFunction, TupleType>();

  constructor(imports: readonly WorldFunction[], bindgen: Bindgen) {
    this.values = new ValueTexts(bindgen);
    this.#imports = imports;
  }

  async print({ target, args }: ImportedCall): Promise<string> {
    const type = this.#parametersOf(target);
    return `${this.#nameOf(target)}${type === undefined ? "()" : await this.#printed(type, args)}`;
  }

  /** The same call as it is written here, of arguments in parentheses. */
  async normalize(target: WorldFunction, args: string): Promise<string> {
    const type = this.#parametersOf(target);
    return `${this.#nameOf(target)}${type === undefined ? "()" : await this.values.normalize(type, args)}`;
  }

  async #printed(type: TupleType, args: readonly unknown[]): Promise<string> {
    try {
      return await this.values.print(type, args);
    } catch (error) {
      // A resource is nothing that a text stands for.
      if (PluginError.is(error) && error.code === "unsupported") return "(…)";
      throw error;
    }
  }

  #nameOf(target: WorldFunction): string {
    return shortestName(target, this.#imports);
  }

  /** Undefined where there are none: a tuple has at least one type. */
  #parametersOf(target: WorldFunction): TupleType | undefined {
    const { params } = target.type;
    if (params.length === 0) return undefined;
    const known = this.#parameters.get(target) ?? { kind: "tuple", types: params.map(({ type }) => type) };
    this.#parameters.set(target, known);
    return known;
  }
}
