"""Runs a program for WASI, a core module for preview1 or a component for 0.2, with wasmtime: ``python run.py PROGRAM DIRECTORY < grants.json > answer.json``.

DIRECTORY is /work to the program. The grants are `args`, `env` and `stdin`; the answer is the `status` that the program
ended with, and what it wrote to `stdout` and `stderr`.
"""

import json
import os
import sys
import tempfile

from wasmtime import Engine, ExitTrap, Linker, Module, Store, WasiConfig, component


def run(program, directory, grants, scratch):
    paths = {name: os.path.join(scratch, name) for name in ("stdin", "stdout", "stderr")}
    with open(paths["stdin"], "w", encoding="utf-8") as file:
        file.write(grants.get("stdin", ""))
    wasi = WasiConfig()
    wasi.argv = grants.get("args", [])
    wasi.env = list(grants.get("env", {}).items())
    wasi.stdin_file = paths["stdin"]
    wasi.stdout_file = paths["stdout"]
    wasi.stderr_file = paths["stderr"]
    wasi.preopen_dir(directory, "/work")
    engine = Engine()
    store = Store(engine)
    store.set_wasi(wasi)
    start = start_component if is_component(program) else start_module
    status = 0
    try:
        status = start(engine, store, program)
    except ExitTrap as end:
        status = end.code
    del store
    return {"status": status, **{name: read(paths[name]) for name in ("stdout", "stderr")}}


def is_component(program):
    with open(program, "rb") as file:
        return file.read(8)[6] == 1


def start_module(engine, store, program):
    linker = Linker(engine)
    linker.define_wasi()
    exports = linker.instantiate(store, Module.from_file(engine, program)).exports(store)
    for name in ("_start",) if "_start" in exports else ("_initialize", "run"):
        # A reactor with nothing to set up has no `_initialize`.
        if name in exports:
            exports[name](store)
    return 0


def start_component(engine, store, program):
    linker = component.Linker(engine)
    linker.add_wasip2()
    read = component.Component.from_file(engine, program)
    instance = linker.instantiate(store, read)
    # A command exports an interface with the function, a reactor the function itself.
    command = next((name for name in read.type.exports(engine) if name.startswith("wasi:cli/run@")), None)
    owner = None if command is None else instance.get_export_index(store, command)
    run = instance.get_func(store, instance.get_export_index(store, "run", owner))
    # Only that of a command gives something: a `result`.
    return 1 if getattr(run(store), "tag", "ok") == "err" else 0


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        json.dump(run(sys.argv[1], sys.argv[2], json.load(sys.stdin), scratch), sys.stdout)
