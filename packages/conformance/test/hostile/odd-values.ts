/** Throws, as a getter or as a trap of a proxy. */
export function boo(): never {
  throw new Error("boo");
}

/** A proxy of which nothing can be asked any more. */
export function revoked<T extends object>(target: T): T {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

export function withGetter<T extends object>(target: T, key: string | number, get: () => unknown): T {
  return Object.defineProperty(target, key, { get, enumerable: true });
}

/** Gives another answer each time it is asked. */
export function changing(...answers: unknown[]): () => unknown {
  return () => answers.shift();
}
