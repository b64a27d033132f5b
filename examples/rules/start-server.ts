import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { openPolicy, type Policy } from "./open-policy.ts";

/** A web server that runs. */
export interface RunningServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** Answers the requests that are there, and no others. */
  readonly stop: () => Promise<void>;
}

/** Starts a web server that asks a plugin about each request. With port 0 the system chooses one. */
export async function startServer(
  file: string,
  { port, tell }: { readonly port: number; readonly tell: (line: string) => void },
): Promise<RunningServer> {
  const policy = await openPolicy(file, tell);
  const server = createServer((request, response) => {
    answer(policy, request, response).catch((error: unknown) => {
      // A policy that fails has allowed nothing.
      console.error(String(error));
      response.writeHead(500).end("the policy failed");
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : port}`;
  return {
    url,
    async stop() {
      server.close();
      await once(server, "close");
      await policy.close();
    },
  };
}

async function answer(policy: Policy, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const [path = "/"] = url.split("?");
  const fields = Object.entries(headers).flatMap(([name, values = []]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  const verdict = await policy.decide({ method, path, headers: fields });
  switch (verdict.tag) {
    case "allow":
      response.writeHead(200).end(`this is ${path}`);
      break;
    case "refuse":
      response.writeHead(verdict.val.status).end(verdict.val.reason);
      break;
    case "redirect":
      response.writeHead(302, { location: verdict.val }).end(`go to ${verdict.val}`);
  }
}
