import { PluginError } from "@polyplug/errors";
import { loadPlugin, type Plugin } from "@polyplug/host";
import { contract, type Tools } from "./plugin-contract.ts";
import { toolError } from "./tool-error.ts";

type ToolsPlugin = Plugin<{ readonly tools: Tools }>;

/** The tools' plugin, which is started anew after it failed: WIT that nests too deeply takes it more stack than there is. */
export class ToolsLife {
  readonly #source: URL;
  #started: Promise<ToolsPlugin> | undefined;
  #isDisposed = false;
  #printed = "";

  constructor(source: URL) {
    this.#source = source;
  }

  /** Where they are not started yet, starts them. */
  async start(): Promise<ToolsPlugin> {
    for (;;) {
      if (this.#isDisposed) {
        throw new PluginError({ code: "disposed", action: "use the WIT tools", reason: "they were disposed" });
      }
      this.#started ??= this.#load();
      const started = this.#started;
      const plugin = await started.catch((error: unknown) => {
        if (this.#started === started) this.#started = undefined;
        throw error;
      });
      // While this waited, another call may have ended it.
      if (this.#started === started) return plugin;
    }
  }

  async call<T>(action: string, run: (tools: Tools) => T): Promise<T> {
    const plugin = await this.start();
    this.#printed = "";
    try {
      return run(plugin.exports.tools);
    } catch (error) {
      if (PluginError.is(error) && error.code !== "bad-argument") this.#end(plugin);
      throw toolError(action, error, this.#printed);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#started?.then(
      (plugin) => plugin.dispose(),
      // Whoever started it was told.
      () => undefined,
    );
    this.#started = undefined;
  }

  #end(plugin: ToolsPlugin): void {
    plugin.dispose();
    this.#started = undefined;
  }

  #load(): Promise<ToolsPlugin> {
    const decoder = new TextDecoder();
    return loadPlugin(this.#source, {
      contract,
      grant: {
        // Hash tables take a seed. With the same one each time, so is what they lead to.
        random: { seed: "bindgen" },
        stderr: (chunk) => {
          this.#printed += decoder.decode(chunk, { stream: true });
        },
      },
    });
  }
}
