import type { MissingImport } from "@polyplug/errors";
import type { ImportInfo } from "../info/plugin-info.ts";

interface Asker {
  readonly askedBy: string;
  /** What to do about it beside providing it. */
  readonly hint: string;
  /** How providing it is added to that, where it helps. */
  readonly provide?: "; provide it" | ", or provide it";
}

interface Pattern extends Asker {
  readonly module: RegExp;
  readonly name?: RegExp;
}

const wasmBindgen: Asker = {
  askedBy: "wasm-bindgen",
  hint: "wasm-bindgen code runs beside its own JavaScript only; build without it, for wasm32-wasip1",
};

const emscripten: Asker = {
  askedBy: "Emscripten",
  hint: "build with -sSTANDALONE_WASM, or with a WASI SDK",
};

/** In order: the first that fits is the one that is named. */
const patterns: readonly Pattern[] = [
  {
    module: /^wasi_snapshot_preview1$/,
    askedBy: "WASI preview1",
    hint: "preview1 has no function of this name and type; build the plugin with a current WASI SDK",
  },
  {
    module: /^wasi_unstable$/,
    askedBy: "WASI preview0",
    hint: "preview0 was replaced in 2019; build the plugin for wasm32-wasip1",
  },
  {
    module: /^wasi:/,
    askedBy: "WASI 0.2",
    hint: "a core module cannot be given WASI 0.2 here; build the plugin for wasm32-wasip1",
  },
  {
    module: /^env$/,
    name: /^(abort|trace|seed)$/,
    askedBy: "AssemblyScript",
    hint: "compile with `--use abort=` to trap instead",
    provide: ", or provide it",
  },
  {
    module: /^(gojs|go)$/,
    askedBy: "Go for browsers (GOOS=js)",
    hint: "build with GOOS=wasip1 GOARCH=wasm -buildmode=c-shared",
  },
  {
    module: /^(__wbindgen_\w+|wbg|\.\/\w+_bg\.js)$/,
    ...wasmBindgen,
  },
  {
    module: /^env$/,
    name: /^(__wbindgen_|__wbg_)/,
    ...wasmBindgen,
  },
  {
    module: /^env$/,
    name: /^_?(emscripten_|embind_|abort_js$|tzset_js$|invoke_[vijfd]+$|__syscall_|setTempRet0$|getTempRet0$)/,
    ...emscripten,
  },
  {
    // What is left of module and names where Emscripten minifies them.
    module: /^a$/,
    name: /^.{1,2}$/,
    ...emscripten,
  },
  {
    module: /^(\$root|\[export\].*|cm32p2.*|[a-z][a-z0-9-]*:[a-z][a-z0-9-]*\/.+)$/,
    askedBy: "a contract",
    hint: "the plugin was built for a host that offers this interface",
    provide: "; provide it",
  },
];

/** Who would ask for an import of this name, as far as names tell, and what to do about it. */
export function askedBy(item: ImportInfo): Pick<MissingImport, "askedBy" | "cure" | "hint"> {
  const known = patterns.find(({ module, name }) => module.test(item.module) && (name?.test(item.name) ?? true));
  if (known === undefined) return { askedBy: "the plugin's own code", cure: `provide it: ${provision(item)}` };
  const { askedBy, hint, provide } = known;
  return { askedBy, hint, cure: provide === undefined ? hint : `${hint}${provide}: ${provision(item)}` };
}

/** Of a function with many parameters the first stand for all: a module may import it a million times. */
const mostNamed = 16;

/** The option that would provide the import, to be pasted. */
function provision({ module, name, kind, params = [] }: ImportInfo): string {
  const names = params.slice(0, mostNamed).map((_, index) => String.fromCharCode(97 + index));
  if (params.length > mostNamed) names.push("…");
  const value =
    kind === "func" ? `(${names.join(", ")}) => { … }` : `a WebAssembly.${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  return `imports: { ${key(module)}: { ${key(name)}: ${value} } }`;
}

function key(name: string): string {
  const cut = name.length > 100 ? `${name.slice(0, 100)}…` : name;
  return /^[A-Za-z_$][\w$]*$/.test(cut) ? cut : JSON.stringify(cut);
}
