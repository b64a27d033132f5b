type CoreType = "i32" | "i64";

/**
 * The functions of the specification with their core types, written down from its text: a string is a pointer and a
 * length, a result a pointer at the end. `i` is i32, `I` is i64.
 */
export const specification: readonly { name: string; params: CoreType[]; results: CoreType[] }[] = `
args_get ii -> i; args_sizes_get ii -> i; environ_get ii -> i; environ_sizes_get ii -> i
clock_res_get ii -> i; clock_time_get iIi -> i
fd_advise iIIi -> i; fd_allocate iII -> i; fd_close i -> i; fd_datasync i -> i
fd_fdstat_get ii -> i; fd_fdstat_set_flags ii -> i; fd_fdstat_set_rights iII -> i
fd_filestat_get ii -> i; fd_filestat_set_size iI -> i; fd_filestat_set_times iIIi -> i
fd_pread iiiIi -> i; fd_prestat_get ii -> i; fd_prestat_dir_name iii -> i; fd_pwrite iiiIi -> i
fd_read iiii -> i; fd_readdir iiiIi -> i; fd_renumber ii -> i; fd_seek iIii -> i
fd_sync i -> i; fd_tell ii -> i; fd_write iiii -> i
path_create_directory iii -> i; path_filestat_get iiiii -> i; path_filestat_set_times iiiiIIi -> i
path_link iiiiiii -> i; path_open iiiiiIIii -> i; path_readlink iiiiii -> i
path_remove_directory iii -> i; path_rename iiiiii -> i; path_symlink iiiii -> i; path_unlink_file iii -> i
poll_oneoff iiii -> i; proc_exit i -> ; proc_raise i -> i; sched_yield  -> i; random_get ii -> i
sock_accept iii -> i; sock_recv iiiiii -> i; sock_send iiiii -> i; sock_shutdown ii -> i`
  .trim()
  .split(/[;\n]/)
  .map((line) => {
    const [name = "", params = "", , results = ""] = line.trim().split(" ");
    return { name, params: types(params), results: types(results) };
  });

function types(letters: string): CoreType[] {
  return [...letters].map((letter) => (letter === "i" ? "i32" : "i64"));
}

/** Beside those of the specification, what guests expect of whoever makes components of them. */
const imported = [...specification, { name: "adapter_monotonic_clock_set_paused", params: types("i"), results: [] }];

/** A guest with one page that imports all functions and exports each of them again. */
export const allFunctions: string = `(module
  ${imported
    .map(({ name, params, results }) => {
      const type = `${group("param", params)} ${group("result", results)}`;
      return `(import "wasi_snapshot_preview1" "${name}" (func $${name} ${type}))`;
    })
    .join("\n  ")}
  (memory (export "memory") 1 4)
  ${imported.map(({ name }) => `(export "${name}" (func $${name}))`).join("\n  ")}
)`;

function group(word: string, of: readonly string[]): string {
  return of.length === 0 ? "" : `(${word} ${of.join(" ")})`;
}
