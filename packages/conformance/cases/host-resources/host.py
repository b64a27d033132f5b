"""The journals of the host: what `host.ts` beside it does, for wasmtime."""

from wasmtime import component as wit

PROVIDES = "test:host-resources/journals@1.0.0"
KIND = 1

journals = []


def start(title):
    journals.append((title, []))
    return wit.ResourceHost.own(len(journals) - 1, KIND)


def at(store, handle):
    return journals[handle.to_host(store).rep]


def write(store, self, line):
    lines = at(store, self)[1]
    lines.append(line)
    return len(lines)


def close(store, of):
    title, lines = at(store, of)
    return f"closed {title} after {len(lines)} lines"


def provide(instance):
    instance.add_resource("journal", wit.ResourceType.host(KIND), lambda _store, _rep: None)
    instance.add_func("[constructor]journal", lambda _store, title: start(title))
    instance.add_func("[method]journal.write", write)
    instance.add_func("[method]journal.title", lambda store, self: at(store, self)[0])
    instance.add_func("[static]journal.opened", lambda _store: len(journals))
    instance.add_func("open", lambda _store, title: start(title))
    instance.add_func("read", lambda store, of: at(store, of)[1])
    instance.add_func("close", close)


def kept():
    journals.clear()
    return {"diary": start("diary")}
