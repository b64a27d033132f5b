import { ResultError } from "@polyplug/errors";
import { optional, resource } from "../argument.ts";
import { guestClass } from "../guest-class.ts";
import type { InterfaceMembers, InterfaceTable } from "../interface-members.ts";
import { IoError } from "../io-error.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Refusal } from "../refusal.ts";
import { refusingResource } from "../refusing-resource.ts";
import { fieldsClass, takeHeaders } from "./fields.ts";
import { HttpCall } from "./http-call.ts";
import { FutureIncomingResponse, FutureTrailers, IncomingBody, IncomingResponse } from "./incoming-response.ts";
import { finishBody, OutgoingBody } from "./outgoing-body.ts";
import { OutgoingRequest, requestHead } from "./outgoing-request.ts";
import { OutgoingResponse } from "./outgoing-response.ts";
import { RequestOptions, timeoutsOf } from "./request-options.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types}. */
function types(process: Preview2Process): InterfaceMembers {
  return {
    httpErrorCode: (error: IoError) => resource(IoError, error).codes.http,
    Fields: fieldsClass(process),
    // No request comes in, so that there is never one of these.
    IncomingRequest: refusingResource("method pathWithQuery scheme authority headers consume", "internal-error"),
    ResponseOutparam: guestClass(process, refusingResource("sendInformational", "internal-error"), {
      statics: {
        set: () => {
          throw new Refusal("trap", ", and there is no request to respond to");
        },
      },
    }),
    OutgoingRequest: guestClass(process, OutgoingRequest, {
      construct: (headers: unknown) => new OutgoingRequest(process, takeHeaders(headers)),
    }),
    OutgoingResponse: guestClass(process, OutgoingResponse, {
      construct: (headers: unknown) => new OutgoingResponse(process, takeHeaders(headers)),
    }),
    RequestOptions: guestClass(process, RequestOptions, { construct: () => new RequestOptions(process) }),
    OutgoingBody: guestClass(process, OutgoingBody, {
      statics: { finish: (body: unknown, trailers: unknown) => finishBody(resource(OutgoingBody, body), trailers) },
    }),
    FutureIncomingResponse,
    IncomingResponse,
    IncomingBody: guestClass(process, IncomingBody, {
      statics: {
        finish: (body: unknown) => {
          const { holding, call } = resource(IncomingBody, body);
          holding.release();
          call.close();
          return new FutureTrailers(process);
        },
      },
    }),
    FutureTrailers,
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/handler.wit | wasi:http/outgoing-handler}. */
function outgoingHandler(process: Preview2Process): InterfaceMembers {
  return {
    handle: (given: unknown, options: unknown) => {
      const request = resource(OutgoingRequest, given);
      const asked = optional((one) => resource(RequestOptions, one), options);
      request.holding.release();
      asked?.holding.release();
      const { http } = process.capabilities;
      try {
        if (http === undefined) {
          process.denied.add("http");
          throw new ResultError({ tag: "HTTP-request-denied" });
        }
        const call = new HttpCall(http);
        request.content.send(call, { ...requestHead(request), ...timeoutsOf(asked) });
        if (call.failure !== undefined) throw new ResultError(call.failure);
        return new FutureIncomingResponse(process, call);
      } catch (thrown) {
        request.content.letGo();
        throw thrown;
      }
    },
  };
}

export const http: InterfaceTable = [
  ["wasi:http/types@0.2", types],
  ["wasi:http/outgoing-handler@0.2", outgoingHandler],
];
