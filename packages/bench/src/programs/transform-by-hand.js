/** Loads a text filter written in C and calls it with nothing but what the engine has: the least that a load can take. */
import { readFile } from "node:fs/promises";

const [path = ""] = process.argv.slice(2);
const module = await WebAssembly.compile(await readFile(path));
const { exports } = await WebAssembly.instantiate(module, { "acme:text/log@1.0.0": { write: () => undefined } });
exports._initialize?.();
const pointer = exports.cabi_realloc(0, 0, 1, 5);
new Uint8Array(exports.memory.buffer, pointer, 5).set(new TextEncoder().encode("hello"));
const result = exports.transform(pointer, 5);
const [tag, text, length] = new Uint32Array(exports.memory.buffer, result, 3);
const transformed = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, text, length));
exports.cabi_post_transform(result);
if (tag !== 0 || transformed !== "HELLO") throw new Error("it does not shout");
