"""Lets Python import a .wasm as it imports a .py: once this is imported, ``import adder`` finds ``adder.wasm``."""

import sys
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.util import spec_from_file_location
from pathlib import Path

from wasmtime import Engine, Func, Linker, Module, Store, WasiConfig


class WasmLoader(Loader):
    def __init__(self, file):
        self.file = file

    def create_module(self, spec):
        return None  # An ordinary module object will do.

    def exec_module(self, module):
        """Instantiates the plugin and makes each function that it exports one of the Python module."""
        engine = Engine()
        store = Store(engine)
        # WASI is there to be imported, and an empty configuration: no files, no environment, nothing to write to.
        store.set_wasi(WasiConfig())
        linker = Linker(engine)
        linker.define_wasi()
        instance = linker.instantiate(store, Module.from_file(engine, self.file))
        functions = {
            name: partial(export, store) for name, export in instance.exports(store).items() if isinstance(export, Func)
        }
        # A library for WASI is set up once, before anything else of it is called.
        functions.pop("_initialize", lambda: None)()
        vars(module).update(functions)


class WasmFinder(MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        for folder in sys.path if path is None else path:
            file = Path(folder, fullname.rpartition(".")[2] + ".wasm")
            if file.is_file():
                return spec_from_file_location(fullname, file, loader=WasmLoader(str(file)))
        return None


# Last, so that nothing which Python finds by itself is shadowed.
sys.meta_path.append(WasmFinder())
