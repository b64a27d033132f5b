import type { TupleType, World } from "@polyplug/abi";
import type { Bindgen } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { type Grant, loadPlugin } from "@polyplug/host";
import { callBare } from "../call/call-bare.ts";
import { callTyped } from "../call/call-typed.ts";
import { findTypedExport } from "../call/find-typed-export.ts";
import { shortestName, type WorldFunction, worldFunctions } from "../world/world-functions.ts";
import { findImport, importStubs, type RecordedCall } from "./import-stubs.ts";
import type { CaseGrant, TestCase } from "./test-case.ts";
import { ValueTexts } from "./value-texts.ts";

/** The plugin that cases are run against. */
export interface TestedPlugin {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Undefined for a bare module. */
  readonly world: World | undefined;
}

/** What came of a call. */
export interface CallEnd {
  /** What was returned, in the WebAssembly Value Encoding, or why nothing was. */
  readonly end: { readonly text: string } | { readonly error: PluginError };
  /** What the plugin called, `log.write("a")`. */
  readonly calls: readonly string[];
  /** What it wrote where it may. */
  readonly output: string;
}

/** Runs cases against one plugin, each with an instance of its own. */
export class CaseRunner {
  readonly #plugin: TestedPlugin;
  readonly #bindgen: Bindgen;
  readonly #texts: ValueTexts;
  readonly #exports: readonly WorldFunction[];
  readonly #imports: readonly WorldFunction[];
  /** The parameters of imported functions as one type. */
  readonly #parameters = new Map<WorldFunction, TupleType>();

  constructor(plugin: TestedPlugin, bindgen: Bindgen) {
    this.#plugin = plugin;
    this.#bindgen = bindgen;
    this.#texts = new ValueTexts(bindgen);
    this.#exports = plugin.world === undefined ? [] : worldFunctions(plugin.world.exports);
    this.#imports = plugin.world === undefined ? [] : hostFunctions(plugin.world);
  }

  /** Makes the call of a case. Gives a `PluginError` as the end of the call, whoever is at fault. */
  async run({ call, args, grant, imports }: TestCase): Promise<CallEnd> {
    const written: string[] = [];
    let made: readonly RecordedCall[] = [];
    let end: CallEnd["end"];
    try {
      const stubs = await importStubs(this.#imports, imports, this.#texts);
      made = stubs.calls;
      const { name, bytes } = this.#plugin;
      const plugin = await loadPlugin(bytes, { name, imports: stubs.imports, grant: grantOf(grant, written) });
      try {
        if (this.#plugin.world === undefined) end = { text: callBare(plugin, call, args).texts.join(", ") };
        else {
          const target = findTypedExport(name, this.#exports, call);
          end = await callTyped({ plugin, bytes, bindgen: this.#bindgen }, target, args);
        }
      } finally {
        plugin.dispose();
      }
    } catch (error) {
      if (!PluginError.is(error)) throw error;
      end = { error };
    }
    return { end, calls: await this.#showCalls(made), output: written.join("") };
  }

  /** A result that a case wants, written as results are written here. */
  async wantedResult({ call }: TestCase, text: string): Promise<string> {
    if (this.#plugin.world === undefined) return text.trim();
    const { result } = findTypedExport(this.#plugin.name, this.#exports, call).type;
    return result === undefined ? text.trim() : await this.#texts.normalize(result, text);
  }

  /** A call that a case wants, written as calls are written here. */
  async wantedCall(text: string): Promise<string> {
    const [, name, args] = /^([^(]+)(\(.*\))$/s.exec(text.trim()) ?? [];
    if (name === undefined || args === undefined) {
      const reason = 'it has to be a function and its arguments: write("a")';
      throw new PluginError({ code: "bad-argument", action: `read the call ${text}`, reason });
    }
    const target = findImport(this.#imports, name);
    const type = this.#parametersOf(target);
    return `${shortestName(target, this.#imports)}${type === undefined ? "()" : await this.#texts.normalize(type, args)}`;
  }

  async #showCalls(calls: readonly RecordedCall[]): Promise<readonly string[]> {
    const shown: string[] = [];
    for (const { target, args } of calls) {
      const type = this.#parametersOf(target);
      const text = type === undefined ? "()" : await this.#texts.print(type, args);
      shown.push(`${shortestName(target, this.#imports)}${text}`);
    }
    return shown;
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

/** What a plugin imports but for WASI, which is granted. */
function hostFunctions({ imports }: World): WorldFunction[] {
  return worldFunctions(imports).filter(({ owner }) => !owner?.startsWith("wasi:"));
}

function grantOf({ stdout, stderr, ...rest }: CaseGrant, written: string[]): Grant {
  const keep = (chunk: Uint8Array): unknown => written.push(Buffer.from(chunk).toString("utf8"));
  return { ...rest, ...(stdout && { stdout: keep }), ...(stderr && { stderr: keep }) };
}
