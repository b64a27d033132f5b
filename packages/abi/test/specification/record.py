"""Writes rows.recorded.json: what the specification's own definitions.py lowers values to.

    python3 record.py PATH_OF_COMPONENT_MODEL/design/mvp/canonical-abi > rows.recorded.json

A row has a type, a value of it, the encoding of strings, the flat core values of the value as a parameter, and the bytes
that are allocated when a list of that one value is lowered, both from address 16 on by an allocator that never frees.
"""

import json
import sys

sys.path.insert(0, sys.argv[1])
import definitions as spec

spec.DETERMINISTIC_PROFILE = True

START = 16


class Context(spec.LiftLowerContext):
    """A guest whose realloc only ever allocates behind what it allocated before."""

    def __init__(self, encoding):
        memory = spec.MemInst(bytearray(1 << 16), "i32")
        super().__init__(spec.LiftLowerOptions(encoding, memory), None)
        self.end = START

    def reallocate(self, old, old_size, alignment, size):
        pointer = spec.align_to(self.end, alignment)
        self.end = pointer + size
        kept = min(old_size, size)
        self.opts.memory[pointer : pointer + kept] = self.opts.memory[old : old + kept]
        return pointer


def kind(name, **parts):
    return {"kind": name, **parts}


def record(**fields):
    return kind("record", fields=[{"name": name, "type": type} for name, type in fields.items()])


def variant(**cases):
    return kind("variant", cases=[{"name": name, **({} if type is None else {"type": type})} for name, type in cases.items()])


def tuple_of(*types):
    return kind("tuple", types=list(types))


def result(ok=None, err=None):
    return kind("result", **({} if ok is None else {"ok": ok}), **({} if err is None else {"err": err}))


def labels(count):
    return [f"l{index}" for index in range(count)]


PRIMITIVES = ["bool", "u8", "s8", "u16", "s16", "u32", "s32", "u64", "s64", "f32", "f64", "char", "string"]
bool_, u8, s8, u16, s16, u32, s32, u64, s64, f32, f64, char, string = [kind(name) for name in PRIMITIVES]


def to_type(type):
    """Our JSON as a type of the specification."""
    name = type["kind"]
    if name in PRIMITIVES:
        return getattr(spec, name.capitalize() + "Type")()
    optional = lambda key: to_type(type[key]) if key in type else None
    match name:
        case "list":
            return spec.ListType(to_type(type["element"]))
        case "record":
            return spec.RecordType([spec.FieldType(field["name"], to_type(field["type"])) for field in type["fields"]])
        case "tuple":
            return spec.TupleType([to_type(part) for part in type["types"]])
        case "variant":
            return spec.VariantType(
                [spec.CaseType(case["name"], to_type(case["type"]) if "type" in case else None) for case in type["cases"]]
            )
        case "enum":
            return spec.EnumType(type["labels"])
        case "option":
            return spec.OptionType(to_type(type["type"]))
        case "result":
            return spec.ResultType(optional("ok"), optional("err"))
        case "flags":
            return spec.FlagsType(type["labels"])


def to_value(type, value):
    """The JSON of a value as a value of the specification: strings are such as JavaScript has, in UTF-16."""
    match type["kind"]:
        case "string":
            return (value, "utf16", len(value.encode("utf-16-le")) // 2)
        case "u64" | "s64":
            return int(value)
        case "f32" | "f64":
            return float(value)
        case "list":
            return [to_value(type["element"], part) for part in value]
        case "record":
            return {field["name"]: to_value(field["type"], value[field["name"]]) for field in type["fields"]}
        case "tuple":
            return {str(index): to_value(part, value[index]) for index, part in enumerate(type["types"])}
        case "enum":
            return {value: None}
        case "variant" | "option" | "result":
            (label, carried), = value.items()
            return {label: None if carried is None else to_value(carried_type(type, label), carried)}
        case _:
            return value


def carried_type(type, label):
    if type["kind"] == "variant":
        return next(case["type"] for case in type["cases"] if case["name"] == label)
    if type["kind"] == "option":
        return type["type"]
    return type["ok" if label == "ok" else "err"]



def row(type, value, encoding):
    flat = Context(encoding)
    values = spec.lower_flat_values(flat, spec.MAX_FLAT_PARAMS, [to_value(type, value)], [to_type(type)])
    listed = Context(encoding)
    spec.lower_flat_values(listed, spec.MAX_FLAT_PARAMS, [[to_value(type, value)]], [spec.ListType(to_type(type))])
    core = spec.flatten_types([to_type(type)], flat.opts)
    wide = len(core) > spec.MAX_FLAT_PARAMS
    return {
        "type": type,
        "value": value,
        "encoding": encoding,
        "flat": [repr(one) if isinstance(one, float) else str(one) for one in values],
        "core": ["i32"] if wide else core,
        "bytes": bytes(listed.opts.memory[START : listed.end]).hex(),
    }


person = record(name=string, age=u8, score=f64)
shape = variant(none=None, circle=f32, rect=tuple_of(f64, f64), name=string)
wide = record(**{f"f{index}": u32 for index in range(17)})

CASES = [
    (bool_, [True, False]),
    (u8, [0, 255]),
    (s8, [-128, 127]),
    (u16, [0, 65535]),
    (s16, [-32768, 32767]),
    (u32, [0, 2**32 - 1]),
    (s32, [-(2**31), 2**31 - 1]),
    (u64, ["0", str(2**64 - 1)]),
    (s64, [str(-(2**63)), str(2**63 - 1)]),
    (f32, ["0.5", "-0.0", "nan", "inf"]),
    (f64, ["0.1", "-0.0", "nan", "-inf"]),
    (char, ["a", "é", "€", "😀"]),
    (string, ["", "abc", "é", "a€b", "😀 ok", "ÿ", "\ufeffx"]),
    (kind("list", element=u8), [[], [1, 2, 3]]),
    (kind("list", element=s16), [[-1, 2]]),
    (kind("list", element=f32), [["nan", "1.5"]]),
    (kind("list", element=u64), [["1", str(2**64 - 1)]]),
    (kind("list", element=string), [["a", "", "é"]]),
    (kind("list", element=kind("list", element=u16)), [[[1], [], [2, 3]]]),
    (person, [{"name": "Ada", "age": 36, "score": "1.25"}]),
    (kind("list", element=person), [[{"name": "A", "age": 1, "score": "0.5"}, {"name": "Bé", "age": 2, "score": "nan"}]]),
    (record(a=u8, b=u16, c=u8, d=u32, e=u64, f=bool_), [{"a": 1, "b": 2, "c": 3, "d": 4, "e": "5", "f": True}]),
    (tuple_of(u8, u64, u8), [[1, "2", 3]]),
    (tuple_of(s8, tuple_of(s16, s8), s8), [[-1, [-2, -3], -4]]),
    (shape, [{"none": None}, {"circle": "1.5"}, {"rect": ["2.0", "nan"]}, {"name": "é"}]),
    (kind("list", element=shape), [[{"circle": "nan"}, {"none": None}, {"rect": ["1.0", "2.0"]}]]),
    (variant(a=f32, b=u64, c=s32), [{"a": "-1.0"}, {"b": str(2**63)}, {"c": -1}]),
    (variant(a=f32, b=s32), [{"a": "nan"}, {"b": -1}]),
    (variant(a=f64, b=f32, c=s8), [{"a": "nan"}, {"b": "nan"}, {"c": -1}]),
    (kind("enum", labels=labels(3)), ["l0", "l2"]),
    (kind("enum", labels=labels(257)), ["l0", "l256"]),
    (kind("option", type=u32), [{"none": None}, {"some": 7}]),
    (kind("option", type=kind("option", type=string)), [{"none": None}, {"some": {"none": None}}, {"some": {"some": "x"}}]),
    (result(), [{"ok": None}, {"error": None}]),
    (result(u8, string), [{"ok": 9}, {"error": "no"}]),
    (result(None, s64), [{"ok": None}, {"error": "-2"}]),
    (result(f32, f64), [{"ok": "0.5"}, {"error": "0.1"}]),
    (wide, [{f"f{index}": index * 3 for index in range(17)}]),
] + [
    (
        kind("flags", labels=labels(count)),
        [{label: index % 3 == 0 for index, label in enumerate(labels(count))}, {label: True for label in labels(count)}],
    )
    for count in [1, 8, 9, 16, 17, 32]
]

ENCODINGS = ["utf8", "utf16", "latin1+utf16"]


def has_strings(type):
    return "string" in json.dumps(type)


rows = [
    row(type, value, encoding)
    for type, values in CASES
    for value in values
    for encoding in (ENCODINGS if has_strings(type) else ENCODINGS[:1])
]
print("[\n" + ",\n".join(json.dumps(one, ensure_ascii=True, separators=(",", ":")) for one in rows) + "\n]")
