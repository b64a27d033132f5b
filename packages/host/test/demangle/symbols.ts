import fc from "fast-check";

/** Random well-formed types of Rust's v0 mangling, without back-references. */
export const rustType: fc.Arbitrary<string> = fc.letrec<{ type: string }>((tie) => {
  const type = tie("type");
  const types = fc.array(type, { minLength: 1, maxLength: 3 }).map((all) => all.join(""));
  return {
    type: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(..."abcdefhijlmnostuxyz", "NtC1a1B", "NtNtC5outer5inner6Struct", "NtC1au8gdel_5qa"),
      fc.tuple(fc.constantFrom("R", "Q", "P", "O", "S"), type).map(([tag, inner]) => tag + inner),
      types.map((inner) => `T${inner}E`),
      fc.tuple(type, fc.integer({ min: 0, max: 0xffff })).map(([inner, size]) => `A${inner}j${size.toString(16)}_`),
      fc
        .tuple(fc.constantFrom("", "U", "KC", "UK6system"), types, type)
        .map(([head, inner, result]) => `F${head}${inner}E${result}`),
      types.map((inner) => `INtC1a7Generic${inner}E`),
      fc.tuple(types, type).map(([inner, item]) => `DINtC1a5Trait${inner}Ep4Item${item}NtC1a4SendEL_`),
    ),
  };
}).type;

/** Random well-formed parameter types of the Itanium mangling, without substitutions. */
export const cppType: fc.Arbitrary<string> = fc.letrec<{ type: string; object: string }>((tie) => {
  const type = tie("type");
  const object = tie("object");
  const types = fc.array(type, { minLength: 1, maxLength: 3 }).map((all) => all.join(""));
  const leaf = fc.constantFrom(..."wbcahstijlmxynofde", "1A", "N1A1BE", "St6vector", "Dn", "Di");
  return {
    object: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.tuple(fc.constantFrom("P", "PK", "PVK"), object).map(([tag, inner]) => tag + inner),
      types.map((inner) => `1TI${inner}E`),
      types.map((inner) => `N1A1TI${inner}EE`),
    ),
    type: fc.oneof(
      { depthSize: "small" },
      object,
      fc.tuple(fc.constantFrom("R", "RK", "O"), object).map(([tag, inner]) => tag + inner),
      fc.tuple(fc.constantFrom("P", "R"), object, fc.nat(9)).map(([tag, inner, size]) => `${tag}A${size}_${inner}`),
      fc.tuple(object, types).map(([result, inner]) => `PF${result}${inner}E`),
      fc.tuple(object, types).map(([result, inner]) => `M1AKF${result}${inner}E`),
      object.map((inner) => `M1A${inner}`),
    ),
  };
}).type;
