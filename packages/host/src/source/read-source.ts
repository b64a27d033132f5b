import { messageOf, PluginError } from "@polyplug/errors";
import { limits } from "@polyplug/wasm-binary";
import { readFile } from "../platform/node.ts";
import type { PluginSource, ResponseLike } from "./plugin-source.ts";
import { readBody } from "./read-body.ts";

/**
 * The bytes of a source, at most {@link limits.moduleSize} of them, which nobody else can change. Whatever keeps them
 * from being read is `unreadable`; what they hold is not looked at here.
 */
export async function readSource(source: PluginSource, action: string): Promise<Uint8Array> {
  try {
    return await read(source, action);
  } catch (cause) {
    if (PluginError.is(cause)) throw cause;
    throw unreadable(action, `the source failed: ${messageOf(cause)}`, cause);
  }
}

async function read(source: PluginSource, action: string): Promise<Uint8Array> {
  if (typeof source === "string") {
    return hasScheme(source) ? await readUrl(parseUrl(source, action), action) : await readPath(source, action);
  }
  if (source instanceof URL) return await readUrl(source, action);
  if (source instanceof ArrayBuffer) return copyOf(new Uint8Array(source), action);
  if (ArrayBuffer.isView(source)) {
    return copyOf(new Uint8Array(source.buffer, source.byteOffset, source.byteLength), action);
  }
  if (isResponse(source)) return await readResponse(source, action);
  throw new PluginError({
    code: "bad-argument",
    action,
    reason: `the source must be a path, a URL, bytes or a Response, not ${source === null ? "null" : typeof source}`,
  });
}

/** A scheme has two letters at least, so that a Windows path such as `C:\a.wasm` is none. */
function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}

function parseUrl(text: string, action: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw unreadable(action, "it is not a valid URL", cause);
  }
}

async function readUrl(url: URL, action: string): Promise<Uint8Array> {
  if (url.protocol === "file:") return await readPath(url, action);
  if (!["http:", "https:", "data:", "blob:"].includes(url.protocol)) {
    throw unreadable(action, `a plugin is not read from a ${url.protocol} URL`);
  }
  // The request would be refused with the password in the message.
  if (url.username !== "" || url.password !== "") {
    throw unreadable(action, "its URL holds a user's name or password; give a Response instead");
  }
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    throw unreadable(action, `the request failed: ${messageOf(why)}`, cause);
  }
  return await readResponse(response, action);
}

async function readPath(path: string | URL, action: string): Promise<Uint8Array> {
  try {
    return await readFile(path, ({ kind, size }) => {
      // A pipe or a device may never end.
      if (kind === "directory") throw unreadable(action, "it is a directory");
      if (kind !== "file") throw unreadable(action, "it is not a regular file");
      checkSize(size, action);
    });
  } catch (cause) {
    if (PluginError.is(cause)) throw cause;
    throw unreadable(action, fileFault(cause), cause);
  }
}

function fileFault(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "ENAMETOOLONG") return "its name is too long";
  if (code === "ELOOP") return "its symbolic links lead round in a circle";
  if (code === "EACCES" || code === "EPERM") return "the file may not be read";
  return messageOf(cause);
}

function isResponse(source: unknown): source is ResponseLike {
  return (
    typeof source === "object" && source !== null && "bodyUsed" in source && "status" in source && "body" in source
  );
}

async function readResponse(response: ResponseLike, action: string): Promise<Uint8Array> {
  if (!response.ok) throw unreadable(action, `the server answered ${Number(response.status)}`);
  if (response.bodyUsed) throw unreadable(action, "the Response's body was already consumed");
  try {
    return await readBody(response, (size) => checkSize(size, action));
  } catch (cause) {
    if (PluginError.is(cause)) throw cause;
    throw unreadable(action, `the body ended early: ${messageOf(cause)}`, cause);
  }
}

/** The caller's bytes may change, shrink or go away between the check of a hash and the compilation, so they are copied. */
function copyOf(bytes: Uint8Array, action: string): Uint8Array {
  checkSize(bytes.byteLength, action);
  return bytes.slice();
}

function checkSize(size: number, action: string): void {
  if (size <= limits.moduleSize) return;
  throw new PluginError({
    code: "unsupported",
    action,
    reason: `a module may have ${limits.moduleSize} bytes, this one has ${size} or more`,
  });
}

function unreadable(action: string, reason: string, cause?: unknown): PluginError {
  return new PluginError({ code: "unreadable", action, reason, cause });
}
