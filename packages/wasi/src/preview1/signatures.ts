import { clockPause, clockPauseSignature } from "./clock-pause.ts";

const parameters = {
  args_get: ["i32", "i32"],
  args_sizes_get: ["i32", "i32"],
  environ_get: ["i32", "i32"],
  environ_sizes_get: ["i32", "i32"],
  clock_res_get: ["i32", "i32"],
  clock_time_get: ["i32", "i64", "i32"],
  fd_advise: ["i32", "i64", "i64", "i32"],
  fd_allocate: ["i32", "i64", "i64"],
  fd_close: ["i32"],
  fd_datasync: ["i32"],
  fd_fdstat_get: ["i32", "i32"],
  fd_fdstat_set_flags: ["i32", "i32"],
  fd_fdstat_set_rights: ["i32", "i64", "i64"],
  fd_filestat_get: ["i32", "i32"],
  fd_filestat_set_size: ["i32", "i64"],
  fd_filestat_set_times: ["i32", "i64", "i64", "i32"],
  fd_pread: ["i32", "i32", "i32", "i64", "i32"],
  fd_prestat_get: ["i32", "i32"],
  fd_prestat_dir_name: ["i32", "i32", "i32"],
  fd_pwrite: ["i32", "i32", "i32", "i64", "i32"],
  fd_read: ["i32", "i32", "i32", "i32"],
  fd_readdir: ["i32", "i32", "i32", "i64", "i32"],
  fd_renumber: ["i32", "i32"],
  fd_seek: ["i32", "i64", "i32", "i32"],
  fd_sync: ["i32"],
  fd_tell: ["i32", "i32"],
  fd_write: ["i32", "i32", "i32", "i32"],
  path_create_directory: ["i32", "i32", "i32"],
  path_filestat_get: ["i32", "i32", "i32", "i32", "i32"],
  path_filestat_set_times: ["i32", "i32", "i32", "i32", "i64", "i64", "i32"],
  path_link: ["i32", "i32", "i32", "i32", "i32", "i32", "i32"],
  path_open: ["i32", "i32", "i32", "i32", "i32", "i64", "i64", "i32", "i32"],
  path_readlink: ["i32", "i32", "i32", "i32", "i32", "i32"],
  path_remove_directory: ["i32", "i32", "i32"],
  path_rename: ["i32", "i32", "i32", "i32", "i32", "i32"],
  path_symlink: ["i32", "i32", "i32", "i32", "i32"],
  path_unlink_file: ["i32", "i32", "i32"],
  poll_oneoff: ["i32", "i32", "i32", "i32"],
  proc_exit: ["i32"],
  proc_raise: ["i32"],
  sched_yield: [],
  random_get: ["i32", "i32"],
  sock_accept: ["i32", "i32", "i32"],
  sock_recv: ["i32", "i32", "i32", "i32", "i32", "i32"],
  sock_send: ["i32", "i32", "i32", "i32", "i32"],
  sock_shutdown: ["i32", "i32"],
} as const;

/** The name of one of the 46 functions of `wasi_snapshot_preview1`. */
export type Preview1Name = keyof typeof parameters;

type Values<Types extends readonly ("i32" | "i64")[]> = {
  -readonly [Index in keyof Types]: Types[Index] extends "i64" ? bigint : number;
};

/** The arguments of a function as JavaScript values: an i32 as an unsigned number, an i64 as an unsigned bigint. */
export type Preview1Arguments<Name extends Preview1Name> = Values<(typeof parameters)[Name]>;

/** The parameters of each function. */
export const parameterTypes: { readonly [Name in Preview1Name]: readonly ("i32" | "i64")[] } = parameters;

/** The type of a core function, as its import says it. */
export interface CoreSignature {
  readonly params: readonly ("i32" | "i64")[];
  readonly results: readonly "i32"[];
}

/**
 * The core type of each of the 46 functions: a string is a pointer and a length, each result a pointer at the end, and
 * the error number is what is returned. Only `proc_exit` returns nothing. Beside them there is the one function that guests
 * import under the same name though it is none of preview1: `adapter_monotonic_clock_set_paused`.
 *
 * Importing a JavaScript function checks no types, so a linker has to compare a plugin's imports with these before it
 * links them. A plugin with a 64-bit memory passes pointers as i64 and is found out by that: preview1 has no such form.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#functions | functions}.
 */
export const preview1Signatures: ReadonlyMap<string, CoreSignature> = new Map([
  ...Object.entries(parameters).map(([name, params]): [string, CoreSignature] => [
    name,
    { params, results: name === "proc_exit" ? [] : ["i32"] },
  ]),
  [clockPause, clockPauseSignature],
]);
