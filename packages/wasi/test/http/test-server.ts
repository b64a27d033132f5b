import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** What the server heard of requests, one line each. */
export interface TestServer {
  /** Its authority: `127.0.0.1` and a port. */
  readonly authority: string;
  readonly heard: readonly string[];
  close(): void;
}

/** A server on this machine that does whatever its path says. */
export async function startTestServer(): Promise<TestServer> {
  const heard: string[] = [];
  const server = createServer((request, response) => void answer(request, response, heard));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    authority: `127.0.0.1:${portOf(server)}`,
    heard,
    close: () => server.close().closeAllConnections() ?? undefined,
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return address.port;
}

async function answer(request: IncomingMessage, response: ServerResponse, heard: string[]): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  let body = "";
  for await (const chunk of request) body += chunk;
  heard.push(`${request.method} ${request.url}`);
  switch (pathname) {
    case "/echo":
      response.setHeader("content-type", "application/json");
      response.setHeader("set-cookie", ["a=1", "b=2"]);
      response.setHeader("keep-alive", "timeout=5");
      response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.rawHeaders, body }));
      return;
    case "/redirect":
      response.writeHead(302, { location: searchParams.get("to") ?? "" }).end("moved");
      return;
    case "/bytes":
      response.end(Buffer.alloc(Number(searchParams.get("count")), 120));
      return;
    case "/bomb":
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(10_000_000)));
      return;
    case "/pieces":
      response.write("one,");
      setTimeout(() => response.end("two"), 20);
      return;
    case "/hang":
      return;
    case "/stall":
      response.write("begun");
      return;
    case "/cut":
      response.writeHead(200, { "content-length": "100" }).write("only this");
      setTimeout(() => response.destroy(), 20);
      return;
    case "/garbage":
      request.socket.end("this is not HTTP\r\n\r\n");
      return;
    default:
      response.writeHead(404).end("not found");
  }
}
