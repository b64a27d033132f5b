import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Bindgen } from "@polyplug/bindgen";
import type { Inspection } from "@polyplug/host";
import type { Toolchain } from "./adapter.ts";
import { asBuildError } from "./as-build-error.ts";
import { putBindings } from "./bindings/write-bindings.ts";
import { BuildError } from "./build-error.ts";
import { checkLowering } from "./check-lowering.ts";
import { findCompiler } from "./find-compiler.ts";
import { lowerModule } from "./lower-module.ts";
import type { Machine } from "./machine.ts";
import { offlineHint } from "./offline.ts";
import { optimizeModule } from "./optimize.ts";
import type { ReadContract } from "./plugin-language.ts";
import { languageOf } from "./plugin-languages.ts";
import { type OnProgress, tellProgress } from "./progress.ts";
import type { Language, Lowering, Project } from "./project/project.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";
import { withContract } from "./with-contract.ts";
import { type Finished, withWorkshop } from "./workshop.ts";

/** How a plugin is built. */
export interface BuildOptions {
  /** Default: the project's own. */
  readonly lowering?: Project["lowering"] | undefined;
  /** The folder for the artifacts, from the project's. Default: `dist`. */
  readonly out?: string | undefined;
  /** Whether `wasm-opt` makes the module smaller. Default: false. Needs the npm package `binaryen`. */
  readonly optimize?: boolean | undefined;
  /** Default: this process's. `PATH` leads to compilers, and `WASI_SDK_PATH` to a WASI SDK. */
  readonly env?: Machine["env"] | undefined;
  /** The WIT tools. Default: they are loaded for this, and let go of. */
  readonly bindgen?: Bindgen | undefined;
  /** Is told of everything that takes long. */
  readonly onProgress?: OnProgress | undefined;
  /** Ends the compiler, and rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** A file that was built. */
export interface Artifact {
  readonly lowering: Lowering;
  /** An absolute path. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** What it wants of a host: interfaces and functions of the world, and modules of WASI. */
  readonly imports: readonly string[];
  /** Everything that the file says of itself. */
  readonly inspection: Inspection;
}

/** What came of building a plugin. */
export interface BuiltPlugin {
  /** One, or with `both` the core plugin and the component, in this order. */
  readonly artifacts: readonly Artifact[];
  readonly language: Language;
  /** What the compiler calls itself. */
  readonly compiler: string;
  /** What of the time was the compiler's. */
  readonly compilerMilliseconds: number;
  /** What the compiler told people though it succeeded. Empty where it was silent. */
  readonly warnings: string;
}

/**
 * Builds a plugin: writes its bindings, runs its compiler in the way of its language, puts the contract into what comes
 * out, makes a component of it where one is wanted, and checks that the result fits its contract. Only then does it take
 * the place of what was there: `dist/<name>.wasm`, or with `both` `<name>.core.wasm` and `<name>.component.wasm`. When
 * something fails, or the signal is aborted, what was there stays, and nothing else.
 *
 * Throws a {@link BuildError}: `output` has what the compiler said, and the message one line of ours.
 */
export async function buildPlugin(project: Project, options: BuildOptions = {}): Promise<BuiltPlugin> {
  const { lowering = project.lowering, env = process.env, onProgress, signal } = options;
  const action = `build ${project.name}`;
  const language = languageOf(project.language);
  checkLowering(language, lowering, action);
  if (language.makes === "component" && options.optimize) {
    throw new BuildError(
      action,
      `wasm-opt makes core modules smaller, and a plugin in ${language.title} is a component`,
    );
  }
  const out = resolve(project.folder, options.out ?? "dist");
  try {
    signal?.throwIfAborted();
    // Not in the project, whose path may have letters that a compiler makes something else of.
    return await withTemporaryFolder(join(tmpdir(), "polyplug-"), async (scratch) => {
      // What compilers that are ended leave behind lies there too.
      const places = { TMPDIR: scratch, TMP: scratch, TEMP: scratch };
      const machine: Machine = { env: { ...env, ...places }, project: project.folder, onProgress, signal };
      // Compilers take their time to say who they are. What is wrong with the contract is told of first all the same.
      const looking = Promise.allSettled([toolchainFor(project, machine, action)]);
      return withContract(project, options.bindgen, async (contract) => {
        const [looked] = await looking;
        if (looked.status === "rejected") throw looked.reason;
        const toolchain = looked.value;
        return withWorkshop(out, (folder) =>
          buildIn(folder, { project, options, out, scratch, lowering, machine, toolchain, contract, action }),
        );
      });
    });
  } catch (error) {
    if (signal?.aborted) throw new BuildError(action, "interrupted", { cause: error });
    throw asBuildError(action, error);
  }
}

interface Order {
  readonly project: Project;
  readonly options: BuildOptions;
  readonly out: string;
  readonly scratch: string;
  readonly lowering: Project["lowering"];
  readonly machine: Machine;
  readonly toolchain: Toolchain;
  readonly contract: ReadContract;
  readonly action: string;
}

async function toolchainFor(project: Project, machine: Machine, action: string): Promise<Toolchain> {
  const { adapter } = languageOf(project.language);
  const finding = await findCompiler(adapter, machine);
  if (!("absent" in finding)) return finding;
  const reasons = new Set(finding.absent.map(({ finding: { missing } }) => missing));
  throw new BuildError(
    action,
    `there is no compiler for ${project.title} (${[...reasons].join("; ")}): ${adapter.cure}`,
  );
}

async function buildIn(folder: string, order: Order): Promise<Finished<BuiltPlugin>> {
  const { project, options, lowering, machine, toolchain, contract, action, out, scratch } = order;
  const { makes, job } = languageOf(project.language);
  const warnings: string[] = [];
  const { files: bindings } = await putBindings(project, contract);
  const compiled = join(folder, "compiled.wasm");
  const work = await job({
    project,
    toolchain,
    bindings,
    scratch,
    warn: (text) => warnings.push(text),
    ...contract,
  }).catch(compilerFailure(action, `the sources of ${project.name} cannot be bundled`));
  const start = performance.now();
  const said = await tellProgress(`compile ${project.name} with ${toolchain.version}`, machine.onProgress, () =>
    toolchain.build({ ...work, out: compiled }).catch(compilerFailure(action, `${toolchain.version} failed`)),
  );
  const compilerMilliseconds = performance.now() - start;
  machine.signal?.throwIfAborted();

  const raw = await readFile(compiled);
  const module = options.optimize ? await optimizeModule(raw, scratch, machine) : raw;
  const lowered = await lowerModule(module, { ...contract, world: project.world, makes, lowering, action });
  const files: string[] = [];
  const artifacts: Artifact[] = [];
  for (const { lowering: one, bytes, ...told } of lowered) {
    const name = lowering === "both" ? `${project.name}.${one}.wasm` : `${project.name}.wasm`;
    await writeFile(join(folder, name), bytes);
    files.push(name);
    artifacts.push({ lowering: one, path: join(out, name), size: bytes.length, ...told });
  }
  machine.signal?.throwIfAborted();
  const result = {
    artifacts,
    language: project.language,
    compiler: toolchain.version,
    compilerMilliseconds,
    warnings: [...warnings, said].join("").trim(),
  };
  return { files, result };
}

/** The command that failed is long, and made here: what people want to read is what the compiler said. */
function compilerFailure(action: string, reason: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof BuildError) || error.output === undefined) throw error;
    throw new BuildError(action, `${reason}${offlineHint(error.output)}`, { cause: error, output: error.output });
  };
}
