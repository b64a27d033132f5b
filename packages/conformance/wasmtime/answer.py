"""Answers the calls of a case with wasmtime: ``python answer.py COMPONENT HOST < case.json > answers.json``.

HOST is a file beside the case that provides what needs code, or empty. The calls are the ones that Polyplug answers too;
what comes out is one object a call, in the words of `case.json`: `returns`, `throws` or `traps`, and what the host `heard`.
"""

import importlib.util
import json
import sys

from wasmtime import Engine, Store, WasiConfig, WasmtimeError
from wasmtime import component as wit
from wasmtime.component import _types

from values import Lost, Values


class Boom(Exception):
    """What a host function throws that is no result."""


class Case:
    def __init__(self, component, imports, host):
        self.engine = Engine()
        self.component = wit.Component.from_file(self.engine, component)
        self.type = self.component.type
        self.imports = imports
        self.host = host
        self.heard = []
        self.start()

    def start(self):
        """An instance that nothing has happened to."""
        self.store = Store(self.engine)
        self.store.set_wasi(WasiConfig())
        self.values = Values(self.store, {} if self.host is None else self.host.kept())
        linker = wit.Linker(self.engine)
        linker.allow_shadowing = True
        linker.add_wasip2()
        with linker.root() as root:
            self.link(root)
        self.instance = linker.instantiate(self.store, self.component)

    def link(self, root):
        for name, extern in self.type.imports(self.engine).items():
            if name.startswith("wasi:"):
                continue
            answers = self.imports.get(name, {})
            if isinstance(extern.ty, wit.FuncType):
                root.add_func(name, self.host_function(name, name, answers, extern.ty))
            elif isinstance(extern.ty, wit.ComponentInstanceType):
                with root.add_instance(name) as instance:
                    if self.host is not None and name == self.host.PROVIDES:
                        self.host.provide(instance)
                        continue
                    for item, inner in extern.ty.exports(self.engine).items():
                        if isinstance(inner.ty, wit.FuncType):
                            path = f"{name}#{item}"
                            instance.add_func(item, self.host_function(path, item, answers[item], inner.ty))

    def host_function(self, path, name, answer, type):
        params = [each for _, each in type.params]

        def call(_store, *args):
            written = [self.values.write(arg, each) for arg, each in zip(args, params, strict=True)]
            self.heard.append([path, written])
            if "calls" in answer:
                return self.function(answer["calls"])(self.store)
            if "traps" in answer:
                raise Boom(answer["traps"])
            if isinstance(type.result, _types.ResultType):
                if "throws" in answer:
                    return self.values.read({"tag": "err", "val": answer["throws"]}, type.result)
                ok = written[answer["echoes"]] if "echoes" in answer else answer.get("returns")
                return self.values.read({"tag": "ok", "val": ok}, type.result)
            if "echoes" in answer:
                return args[answer["echoes"]]
            return None if type.result is None else self.values.read(answer.get("returns"), type.result)

        return call

    def function(self, path):
        interface, _, name = path.rpartition("#")
        if interface == "":
            return self.instance.get_func(self.store, name)
        ids = [id for id in self.type.exports(self.engine) if interface in (id, id.split("/")[-1].split("@")[0])]
        index = self.instance.get_export_index(self.store, ids[0])
        inner = self.instance.get_export_index(self.store, name, index)
        return self.instance.get_func(self.store, inner)

    def answer(self, step):
        self.heard = []
        try:
            said = self.drop(step["drop"]) if "drop" in step else self.call(step)
        except (WasmtimeError, Boom, Lost) as error:
            said = {"traps": str(error)}
            # What nobody foresaw must not spoil the calls behind it.
            if "fails" not in step:
                self.start()
        return {**said, "heard": self.heard}

    def drop(self, name):
        self.values.recall(name).drop(self.store)
        del self.values.kept[name]
        return {"returns": None}

    def call(self, step):
        function = self.function(step["call"])
        type = function.type(self.store)
        params = [each for _, each in type.params]
        for _ in range(step.get("times", 1)):
            args = [self.values.read(arg, each) for arg, each in zip(step.get("args", []), params, strict=True)]
            result = function(self.store, *args)
        return self.outcome(result, type.result, step.get("keeps"))

    def outcome(self, result, type, names):
        kind = "returns"
        if isinstance(type, _types.ResultType):
            kind = "returns" if result.tag == "ok" else "throws"
            type = dict(type._cases())[result.tag]
            result = result.payload
        if names is not None:
            for name, handle in zip([names] if isinstance(names, str) else names, handles_in(result)):
                self.values.keep(name, handle)
            return {kind: None}
        return {kind: None if type is None else self.values.write(result, type)}


def handles_in(value):
    if isinstance(value, wit.ResourceAny):
        return [value]
    if isinstance(value, wit.Variant):
        return handles_in(value.payload)
    return [handle for one in value for handle in handles_in(one)] if isinstance(value, (list, tuple)) else []


def load(path):
    spec = importlib.util.spec_from_file_location("host", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


component, host = sys.argv[1:]
asked = json.load(sys.stdin)
case = Case(component, asked["imports"], load(host) if host else None)
json.dump([case.answer(step) for step in asked["calls"]], sys.stdout)
