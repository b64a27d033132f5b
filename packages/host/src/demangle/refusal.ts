/** Unwinds the demangler out of a symbol that it does not understand, or that costs more than the limits allow. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Unwinds the demangler once the name is as long as it may become: what was written so far is the answer. */
export class NameFull extends Error {
  override readonly name = "NameFull";
}
