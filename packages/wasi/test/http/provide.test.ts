import { createPreview2 } from "@polyplug/wasi";
import { expect, test } from "vitest";

/** What `wasi:http/types` of 0.2.12 has by its text, with constructors and static functions. */
const resources: readonly (readonly [name: string, methods: string, statics?: string])[] = [
  ["Fields", "get has set delete append entries clone", "fromList"],
  ["IncomingRequest", "method pathWithQuery scheme authority headers consume"],
  [
    "OutgoingRequest",
    "body method setMethod pathWithQuery setPathWithQuery scheme setScheme authority setAuthority headers",
  ],
  [
    "RequestOptions",
    "connectTimeout setConnectTimeout firstByteTimeout setFirstByteTimeout betweenBytesTimeout setBetweenBytesTimeout",
  ],
  ["ResponseOutparam", "sendInformational", "set"],
  ["IncomingResponse", "status headers consume"],
  ["IncomingBody", "stream", "finish"],
  ["FutureTrailers", "subscribe get"],
  ["OutgoingResponse", "statusCode setStatusCode headers body"],
  ["OutgoingBody", "write", "finish"],
  ["FutureIncomingResponse", "subscribe get"],
];

const words = (text: string) => text.split(" ").toSorted();

test.each(["0.2.0", "0.2.4", "0.2.12"])(
  "version %s has the functions and resources of its text, and nothing else",
  async (version) => {
    const wasi = await createPreview2(undefined, { name: "guest" }, [`wasi:http/types@${version}`]);
    const types = wasi.provide(`wasi:http/types@${version}`) ?? {};
    expect(Object.keys(types).toSorted()).toEqual(["httpErrorCode", ...resources.map(([name]) => name)].toSorted());
    for (const [name, methods, statics] of resources) {
      const owner = Reflect.get(types, name);
      const found = Object.getOwnPropertyNames(owner.prototype).filter((one) => one !== "constructor");
      expect(found.toSorted(), name).toEqual(words(methods));
      const own = Object.getOwnPropertyNames(owner).filter(
        (one) => one !== "prototype" && typeof owner[one] === "function",
      );
      expect(own.toSorted(), name).toEqual(statics === undefined ? [] : words(statics));
    }
    expect(Object.keys(wasi.provide(`wasi:http/outgoing-handler@${version}`) ?? {})).toEqual(["handle"]);
  },
);

test.each(["wasi:http/types@0.3.0", "wasi:http/types@0.2.0-rc-2023-12-05", "wasi:http/incoming-handler@0.2.0"])(
  "%s is not provided",
  async (id) => {
    expect((await createPreview2(undefined, { name: "guest" }, [id])).provide(id)).toBeUndefined();
  },
);
