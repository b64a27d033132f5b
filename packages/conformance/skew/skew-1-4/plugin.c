#include "skew.h"

typedef exports_test_skew_filter_summary_t summary;

void exports_test_skew_filter_shorten(skew_string_t *text, exports_test_skew_filter_options_t *options, summary *ret) {
  if (text->len > options->width) text->len = options->width;
  *ret = (summary){*text, text->len, EXPORTS_TEST_SKEW_FILTER_VERDICT_EMPTIED, {false, 0}, 0};
  if (text->len > 0) ret->verdict = EXPORTS_TEST_SKEW_FILTER_VERDICT_CUT;
  for (size_t i = 0; i < text->len; i++) ret->lines += i == 0 || text->ptr[i - 1] == '\n';
  skew_option_string_free(&options->ellipsis);
}
