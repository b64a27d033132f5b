#include "results.h"
#include <stdlib.h>
#include <string.h>

bool exports_test_results_outcomes_parse(results_string_t *text, uint32_t *ret, results_string_t *err) {
  size_t digits = 0;
  *ret = 0;
  while (digits < text->len && text->ptr[digits] >= '0' && text->ptr[digits] <= '9') *ret = *ret * 10 + text->ptr[digits++] - '0';
  if (digits == text->len && digits > 0) return results_string_free(text), true;
  const char reason[] = " is no number";
  *err = (results_string_t){realloc(text->len ? text->ptr : nullptr, text->len + strlen(reason)), text->len + strlen(reason)};
  memcpy(err->ptr + text->len, reason, strlen(reason));
  return false;
}

bool exports_test_results_outcomes_check(uint32_t value, exports_test_results_outcomes_failure_t *err) {
  *err = (exports_test_results_outcomes_failure_t){value > 20, value > 20 ? 20 : 10};
  return value >= 10 && value <= 20;
}

bool exports_test_results_outcomes_half(uint32_t value, uint32_t *ret) {
  *ret = value / 2;
  return value % 2 == 0;
}

bool exports_test_results_outcomes_even(uint32_t value) { return value % 2 == 0; }

bool exports_test_results_outcomes_echo_nested(exports_test_results_outcomes_result_result_u32_string_reason_t *value,
    exports_test_results_outcomes_result_u32_string_t *ret, exports_test_results_outcomes_reason_t *err) {
  if (value->is_err) *err = value->val.err;
  else *ret = value->val.ok;
  return !value->is_err;
}

void exports_test_results_outcomes_echo_list(exports_test_results_outcomes_list_result_string_f64_t *values,
    exports_test_results_outcomes_list_result_string_f64_t *ret) { *ret = *values; }

void exports_test_results_outcomes_flip(exports_test_results_outcomes_tuple1_result_u8_u64_t *value,
    exports_test_results_outcomes_tuple1_result_u64_u8_t *ret) {
  ret->f0.is_err = !value->f0.is_err;
  if (value->f0.is_err) ret->f0.val.ok = value->f0.val.err;
  else ret->f0.val.err = value->f0.val.ok;
}
