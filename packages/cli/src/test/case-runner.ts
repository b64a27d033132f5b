import type { World } from "@polyplug/abi";
import type { Bindgen } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { type Grant, loadPlugin } from "@polyplug/host";
import { callBare } from "../call/call-bare.ts";
import { callTyped } from "../call/call-typed.ts";
import { findTypedExport } from "../call/find-typed-export.ts";
import { CallTexts, type ImportedCall } from "../imports/call-texts.ts";
import { type Offered, offeredTo } from "../imports/offered-imports.ts";
import { hostFunctions } from "../world/host-functions.ts";
import { type WorldFunction, worldFunctions } from "../world/world-functions.ts";
import { findImport, importStubs } from "./import-stubs.ts";
import type { CaseGrant, TestCase } from "./test-case.ts";

/** The plugin that cases are run against. */
export interface TestedPlugin {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Undefined for a bare module. */
  readonly world: World | undefined;
  /** What modules provide for it. */
  readonly offered: Offered;
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
  readonly #offered: Offered;
  readonly #texts: CallTexts;
  readonly #exports: readonly WorldFunction[];
  /** Undefined for a bare module. */
  readonly #imports: readonly WorldFunction[] | undefined;

  constructor(plugin: TestedPlugin, bindgen: Bindgen) {
    this.#plugin = plugin;
    this.#bindgen = bindgen;
    const { world, offered } = plugin;
    this.#offered = world === undefined ? offered : offeredTo(world, offered);
    this.#exports = world === undefined ? [] : worldFunctions(world.exports);
    this.#imports = world && hostFunctions(world);
    this.#texts = new CallTexts(this.#imports ?? [], bindgen);
  }

  /** Makes the call of a case. Gives a `PluginError` as the end of the call, whoever is at fault. */
  async run({ call, args, grant, limits, imports }: TestCase): Promise<CallEnd> {
    const written: string[] = [];
    let made: readonly ImportedCall[] = [];
    let end: CallEnd["end"];
    try {
      const stubs = await importStubs(this.#imports, imports, this.#offered, this.#texts.values);
      made = stubs.calls;
      const { name, bytes } = this.#plugin;
      const options = { name, limits, imports: stubs.imports, grant: grantOf(grant, written) };
      const plugin = await loadPlugin(bytes, options);
      try {
        if (this.#plugin.world === undefined) end = { text: (await callBare(plugin, call, args)).texts.join(", ") };
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
    const calls: string[] = [];
    for (const call of made) calls.push(await this.#texts.print(call));
    return { end, calls, output: written.join("") };
  }

  /** A result that a case wants, written as results are written here. */
  async wantedResult({ call }: TestCase, text: string): Promise<string> {
    if (this.#plugin.world === undefined) return text.trim();
    const { result } = findTypedExport(this.#plugin.name, this.#exports, call).type;
    return result === undefined ? text.trim() : await this.#texts.values.normalize(result, text);
  }

  /** A call that a case wants, written as calls are written here. */
  async wantedCall(text: string): Promise<string> {
    const [, name, args] = /^([^(]+)(\(.*\))$/s.exec(text.trim()) ?? [];
    if (name === undefined || args === undefined) {
      const reason = 'it has to be a function and its arguments: write("a")';
      throw new PluginError({ code: "bad-argument", action: `read the call ${text}`, reason });
    }
    return await this.#texts.normalize(findImport(this.#imports, name), args);
  }
}

function grantOf({ stdout, stderr, ...rest }: CaseGrant, written: string[]): Grant {
  const keep = (chunk: Uint8Array): unknown => written.push(Buffer.from(chunk).toString("utf8"));
  return { ...rest, ...(stdout && { stdout: keep }), ...(stderr && { stderr: keep }) };
}
