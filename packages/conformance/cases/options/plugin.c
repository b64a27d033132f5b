#include "options.h"

/** An argument that is an option comes as a pointer, null for none; a result is a bool beside what it carries. */
#define ECHO(name, type) \
  bool exports_test_options_values_echo_##name(type *value, type *ret) { \
    if (value != nullptr) *ret = *value; \
    return value != nullptr; \
  }

ECHO(number, uint32_t)
ECHO(text, options_string_t)
ECHO(twice, options_option_u32_t)
ECHO(thrice, options_option_option_string_t)

void exports_test_options_values_echo_list(options_list_option_string_t *values, options_list_option_string_t *ret) {
  *ret = *values;
}

void exports_test_options_values_echo_settings(exports_test_options_values_settings_t *value, exports_test_options_values_settings_t *ret) {
  *ret = *value;
}

uint32_t exports_test_options_values_depth(options_option_option_string_t *value) {
  if (value == nullptr) return 0;
  uint32_t depth = !value->is_some ? 1 : !value->val.is_some ? 2 : 3;
  options_option_option_string_free(value);
  return depth;
}
