#include "variants.h"

/** What came in goes out, with the memory that it points to. */
#define ECHO(name, type) \
  void exports_test_variants_cases_echo_##name(type *value, type *ret) { *ret = *value; }

ECHO(narrow, exports_test_variants_cases_narrow_t)
ECHO(wide, exports_test_variants_cases_wide_t)
ECHO(mixed, exports_test_variants_cases_mixed_t)
ECHO(list, exports_test_variants_cases_list_mixed_t)

void exports_test_variants_cases_name_of(exports_test_variants_cases_mixed_t *value, variants_string_t *ret) {
  static const char *names[] = {
      [EXPORTS_TEST_VARIANTS_CASES_MIXED_EMPTY] = "empty", [EXPORTS_TEST_VARIANTS_CASES_MIXED_TEXT] = "text",
      [EXPORTS_TEST_VARIANTS_CASES_MIXED_NUMBER] = "number", [EXPORTS_TEST_VARIANTS_CASES_MIXED_ITEMS] = "items",
      [EXPORTS_TEST_VARIANTS_CASES_MIXED_PAIR] = "pair",
  };
  variants_string_dup(ret, names[value->tag]);
  exports_test_variants_cases_mixed_free(value);
}

exports_test_variants_cases_color_t exports_test_variants_cases_next(exports_test_variants_cases_color_t value) {
  return (value + 1) % 3;
}
