"""The values of a case, between JSON as `case.json` writes it and what wasmtime's Python API takes, led by their types."""

import math
import struct

from wasmtime import component as wit
from wasmtime.component import _types

# An untagged union is told apart by the class of its payload, so a bool would be taken for an int. Tagged, it says all.
_types.VariantLikeType._tagged = lambda self: True

NUMBERS = {
    wit.U8: "u8",
    wit.S8: "s8",
    wit.U16: "u16",
    wit.S16: "s16",
    wit.U32: "u32",
    wit.S32: "s32",
    wit.U64: "u64",
    wit.S64: "s64",
    wit.F32: "f32",
    wit.F64: "f64",
}
FLOATS = (wit.F32, wit.F64)
LONG = (wit.U64, wit.S64)
HANDLES = (_types.OwnType, _types.BorrowType)


def camel_case(name):
    first, *rest = name.lower().split("-")
    return first + "".join(word.capitalize() for word in rest)


def expand(value):
    """Undoes `$repeat`, of a string, of a list, and of a typed array, which stays an object."""
    if not isinstance(value, dict) or "$repeat" not in value:
        return value
    once, times = value["$repeat"], value["times"]
    if isinstance(once, dict):
        return {key: elements * times for key, elements in once.items()}
    return once * times


class Lost(Exception):
    """A call asked for what an earlier one should have given."""


class Values:
    """Reads and writes values, and keeps the handles that calls gave, by name or as the objects of the host."""

    def __init__(self, store, kept):
        self.store = store
        self.kept = kept

    def keep(self, name, handle):
        """Under a name. A resource of the host is kept as such, so that it is known again by its number."""
        self.kept[name] = self.of_host(handle) or handle

    def recall(self, name):
        if name not in self.kept:
            raise Lost(f"nothing is kept as {name}")
        return self.kept[name]

    def of_host(self, handle):
        hosts = [one for one in self.kept.values() if isinstance(one, wit.ResourceHost)]
        return handle.to_host(self.store) if hosts else None

    def read(self, value, type):
        """What wasmtime takes for a value of a case."""
        value = expand(value)
        if isinstance(type, FLOATS):
            number = value["$number"] if isinstance(value, dict) else value
            return float(number)
        if isinstance(type, LONG):
            return int(value["$bigint"] if isinstance(value, dict) else value)
        if isinstance(type, (wit.String, wit.Char)):
            # A str of Python may hold half of a surrogate pair, and what takes it cannot.
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(type, _types.ListType):
            return self.read_list(value, type.element)
        if isinstance(type, _types.TupleType):
            return tuple(self.read(one, each) for one, each in zip(value, type.elements, strict=True))
        if isinstance(type, _types.RecordType):
            record = wit.Record()
            for name, each in type.fields:
                setattr(record, name, self.read(value.get(camel_case(name)), each))
            return record
        if isinstance(type, _types.FlagsType):
            return {name for name in type.names if value.get(camel_case(name))}
        if isinstance(type, _types.OptionType):
            nested = isinstance(type.payload, _types.OptionType)
            tagged = value if nested else {"tag": "none"} if value is None else {"tag": "some", "val": value}
            return self.read_case(tagged or {"tag": "none"}, type)
        if isinstance(type, (_types.VariantType, _types.ResultType)):
            return self.read_case(value, type)
        if isinstance(type, HANDLES):
            return self.recall(value["$kept"]) if isinstance(value, dict) else value
        return value

    def read_list(self, value, element):
        if isinstance(value, dict):
            ((_, value),) = value.items()
        if isinstance(element, wit.U8):
            return bytes(value)
        return [self.read(one, element) for one in value]

    def read_case(self, value, type):
        payload = dict(type._cases())[value["tag"]]
        return wit.Variant(value["tag"], None if payload is None else self.read(value.get("val"), payload))

    def write(self, value, type):
        """The value of a case for what wasmtime gave."""
        if isinstance(type, FLOATS):
            return write_float(value)
        if isinstance(type, LONG):
            return {"$bigint": str(value)}
        if isinstance(type, _types.ListType):
            if (kind := NUMBERS.get(type.element.__class__)) is not None:
                return {f"${kind}": [write_element(one, type.element) for one in value]}
            return [self.write(one, type.element) for one in value]
        if isinstance(type, _types.TupleType):
            return [self.write(one, each) for one, each in zip(value, type.elements, strict=True)]
        if isinstance(type, _types.RecordType):
            return {camel_case(name): self.write(getattr(value, name), each) for name, each in type.fields}
        if isinstance(type, _types.FlagsType):
            return {camel_case(name): name in value for name in type.names}
        if isinstance(type, _types.OptionType) and not isinstance(type.payload, _types.OptionType):
            return None if value.tag == "none" else self.write(value.payload, type.payload)
        if isinstance(type, _types.VariantLikeType):
            payload = dict(type._cases())[value.tag]
            carried = {} if payload is None else {"val": self.write(value.payload, payload)}
            return {"tag": value.tag, **carried}
        if isinstance(type, HANDLES):
            return self.write_handle(value)
        return value

    def write_handle(self, handle):
        if (mine := self.of_host(handle)) is None:
            return {"$resource": True}
        names = [name for name, one in self.kept.items() if one.rep == mine.rep]
        return {"$kept": names[0]} if names else {"$resource": True}


def write_float(value):
    if math.isnan(value):
        return {"$number": "NaN"}
    if math.isinf(value):
        return {"$number": "Infinity" if value > 0 else "-Infinity"}
    return {"$number": "-0"} if value == 0 and math.copysign(1, value) < 0 else value


def write_element(value, type):
    if isinstance(type, LONG):
        return str(value)
    special = write_float(value) if isinstance(type, FLOATS) else value
    return special["$number"] if isinstance(special, dict) else special
