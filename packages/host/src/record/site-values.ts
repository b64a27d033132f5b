import type { Signature } from "../intercept/call-site.ts";
import { decodeCore, decodeValue } from "./decode-value.ts";
import { encodeCore, encodeValue } from "./encode-value.ts";
import { Misfit } from "./misfit.ts";
import type { ObjectIds } from "./object-ids.ts";
import type { Json } from "./record-line.ts";
import { Room } from "./room.ts";

/** What values are encoded for. */
export interface Encoding {
  readonly ids: ObjectIds;
  /** Bytes that they may have in JSON. */
  readonly room: number;
}

/**
 * Arguments and results of one function, as values and as a record has them. Throws a {@link Misfit} for what is none, and
 * `NoRoom` for what is longer than there is room for.
 */
export class SiteValues {
  readonly #signature: Signature;
  readonly #encoding: Encoding;
  readonly #ids: ObjectIds;

  constructor(signature: Signature, encoding: Encoding) {
    this.#signature = signature;
    this.#encoding = encoding;
    this.#ids = encoding.ids;
  }

  encodeArgs(args: readonly unknown[]): readonly Json[] {
    const room = new Room(this.#encoding.room);
    const signature = this.#signature;
    if (signature.kind === "core") {
      expectCount(signature.params.length, args.length);
      return signature.params.map((type, index) => encodeCore(type, args[index], this.#ids, room));
    }
    const { params } = signature.type;
    expectCount(params.length, args.length);
    return params.map(({ type }, index) => encodeValue(type, args[index], this.#ids, room));
  }

  decodeArgs(json: readonly Json[]): unknown[] {
    const signature = this.#signature;
    if (signature.kind === "core") {
      expectCount(signature.params.length, json.length);
      return signature.params.map((type, index) => decodeCore(type, json[index], this.#ids));
    }
    const { params } = signature.type;
    expectCount(params.length, json.length);
    return params.map(({ type }, index) => decodeValue(type, json[index], this.#ids));
  }

  /** Undefined where the function gives nothing: of a `result` what its `ok` carries. */
  encodeResult(value: unknown): Json | undefined {
    const room = new Room(this.#encoding.room);
    const signature = this.#signature;
    if (signature.kind === "core") {
      const [only, ...others] = signature.results;
      if (only === undefined) return undefined;
      if (others.length === 0) return encodeCore(only, value, this.#ids, room);
      if (!Array.isArray(value)) throw new Misfit("expected several results");
      return signature.results.map((type, index) => encodeCore(type, value[index], this.#ids, room));
    }
    const type = okOf(signature);
    return type && encodeValue(type, value, this.#ids, room);
  }

  decodeResult(json: Json | undefined): unknown {
    const signature = this.#signature;
    if (signature.kind === "core") {
      const [only, ...others] = signature.results;
      if (only === undefined) return undefined;
      if (others.length === 0) return decodeCore(only, json, this.#ids);
      if (!Array.isArray(json)) throw new Misfit("expected several results");
      return signature.results.map((type, index) => decodeCore(type, json[index], this.#ids));
    }
    const type = okOf(signature);
    return type && decodeValue(type, json, this.#ids);
  }

  /** What a `ResultError` carries. */
  encodeErr(payload: unknown): Json {
    const type = errOf(this.#signature);
    return type === undefined ? null : encodeValue(type, payload, this.#ids, new Room(this.#encoding.room));
  }

  decodeErr(json: Json): unknown {
    const type = errOf(this.#signature);
    return type && decodeValue(type, json, this.#ids);
  }
}

type Wit = Extract<Signature, { kind: "wit" }>;

function okOf({ type: { result } }: Wit): Wit["type"]["result"] {
  return result?.kind === "result" ? result.ok : result;
}

function errOf(signature: Signature): Wit["type"]["result"] {
  const result = signature.kind === "wit" ? signature.type.result : undefined;
  if (result?.kind !== "result") throw new Misfit("expected no err");
  return result.err;
}

function expectCount(wanted: number, found: number): void {
  if (wanted !== found) throw new Misfit(`expected ${wanted} arguments, got ${found}`);
}
