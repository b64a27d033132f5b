import { compatibleInterfaceId } from "@polyplug/abi";

/** What a host offers, as it is written in `imports`. */
export type Offered = Readonly<Record<string, unknown>>;

/**
 * What of `offered` is for the interface `id`: under the id itself, else under an id whose version is compatible, else
 * under the id without a version. Undefined where there is nothing. Only own properties count.
 */
export function offeredInterface(offered: Offered, id: string): unknown {
  if (Object.hasOwn(offered, id)) return offered[id];
  const compatible = compatibleInterfaceId(id);
  const key = Object.keys(offered).find((one) => compatibleInterfaceId(one) === compatible);
  if (key !== undefined) return offered[key];
  const plain = id.replace(/@.*$/, "");
  return Object.hasOwn(offered, plain) ? offered[plain] : undefined;
}
