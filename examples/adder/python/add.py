"""Adds with a plugin: ``python add.py FOLDER`` imports the ``adder.wasm`` of that folder, whatever made it."""

import json
import sys

import wasm_import  # noqa: F401 - from here on a .wasm can be imported

sys.path.append(sys.argv[1])
import adder  # noqa: E402 - only now can it be found

print(json.dumps({"file": adder.__file__, "adder(2, 4)": adder.adder(2, 4), "adder(1, 7)": adder.adder(1, 7)}))
