import { PluginError } from "@polyplug/errors";
import { loadPlugin, type Plugin } from "@polyplug/host";
import { contract, type Tools } from "./plugin-contract.ts";
import { toolError } from "./tool-error.ts";

type ToolsPlugin = Plugin<{ readonly tools: Tools }>;

/** The tools' plugin, which is started anew after it failed: WIT that nests too deeply takes it more stack than there is. */
export class ToolsLife {
  readonly #source: URL;
  #plugin: ToolsPlugin | undefined;
  #starting: Promise<void> | undefined;
  #isDisposed = false;
  #printed = "";

  constructor(source: URL) {
    this.#source = source;
  }

  /** Loads the plugin. Of several that wait for it, one does. */
  async start(): Promise<void> {
    if (this.#isDisposed) {
      throw new PluginError({ code: "disposed", action: "use the WIT tools", reason: "they were disposed" });
    }
    this.#starting ??= this.#load().finally(() => {
      this.#starting = undefined;
    });
    await this.#starting;
  }

  async call<T>(action: string, run: (tools: Tools) => T): Promise<T> {
    // More than once where another call, which waited too, was the first to run and failed.
    while (this.#plugin === undefined) await this.start();
    const plugin = this.#plugin;
    this.#printed = "";
    try {
      return run(plugin.exports.tools);
    } catch (error) {
      if (PluginError.is(error) && error.code !== "bad-argument") {
        plugin.dispose();
        this.#plugin = undefined;
      }
      throw toolError(action, error, this.#printed);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#plugin?.dispose();
    this.#plugin = undefined;
  }

  async #load(): Promise<void> {
    const decoder = new TextDecoder();
    const plugin = await loadPlugin(this.#source, {
      contract,
      grant: {
        // Hash tables take a seed. With the same one each time, so is what they lead to.
        random: { seed: "bindgen" },
        stderr: (chunk) => {
          this.#printed += decoder.decode(chunk, { stream: true });
        },
      },
    });
    if (this.#isDisposed) plugin.dispose();
    else this.#plugin = plugin;
  }
}
