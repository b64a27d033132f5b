import { type CanonicalAbi, compiledAbi, referenceAbi } from "@polyplug/abi";

/** They agree in all that a guest or a caller can see, so every claim is about each of them. */
export const implementations: readonly CanonicalAbi[] = [referenceAbi, compiledAbi];
