#include "parameters.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Each counts by its place, so that two that are exchanged show. */
static double weigh(const uint32_t *values, size_t length) {
  double sum = 0;
  for (size_t i = 0; i < length; i++) sum += (double)values[i] * (i + 1);
  return sum;
}
#define U32 uint32_t
#define SIXTEEN U32 a, U32 b, U32 c, U32 d, U32 e, U32 f, U32 g, U32 h, U32 i, U32 j, U32 k, U32 l, U32 m, U32 n, U32 o, U32 p

double exports_test_parameters_many_sixteen(SIXTEEN) { return weigh((U32[]){a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p}, 16); }

double exports_test_parameters_many_seventeen(SIXTEEN, U32 q) {
  return weigh((U32[]){a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q}, 17);
}

typedef parameters_string_t text;
void exports_test_parameters_many_strings(text *a, text *b, text *c, text *d, text *e, text *f, text *g, text *h, text *i, text *ret) {
  text *all[] = {a, b, c, d, e, f, g, h, i};
  *ret = (text){};
  for (size_t n = 0; n < 9; n++) {
    ret->ptr = realloc(ret->ptr, ret->len + all[n]->len + 1);
    memcpy(ret->ptr + ret->len, all[n]->ptr, all[n]->len);
    ret->len += all[n]->len;
    parameters_string_free(all[n]);
  }
}

/** Without printf of a float, which would bring half of the C library along. */
#define HUNDREDTHS(x) (int)(x), (int)((x) * 100) % 100
void exports_test_parameters_many_mixed(uint8_t a, double b, bool c, text *d, uint16_t e, int64_t f, U32 g, float h, uint8_t i, uint64_t *j, int8_t k, text *l, uint64_t m, text *ret) {
  char perhaps[24] = "none", out[200];
  if (j != nullptr) sprintf(perhaps, "%" PRIu64, *j);
  int length = sprintf(out, "%u %d.%02d %d %.*s %u %" PRId64 " %u %d.%02d %u %s %d %.*s %" PRIu64, a, HUNDREDTHS(b), c, (int)d->len,
      d->ptr, e, f, g, HUNDREDTHS(h), i, perhaps, k, (int)l->len, l->ptr, m);
  parameters_string_dup_n(ret, out, length);
  parameters_string_free(d);
  parameters_string_free(l);
}

void exports_test_parameters_results_numbers(uint8_t s, parameters_tuple18_u8_u16_u32_u64_s8_s16_s32_s64_f32_f64_u8_u16_u32_u64_s8_s16_s32_s64_t *ret) {
  *ret = (typeof(*ret)){s, s + 1, s + 2, s + 3, s + 4, s + 5, s + 6, s + 7, s + 8, s + 9, s + 10, s + 11, s + 12, s + 13, s + 14, s + 15, s + 16, s + 17};
}

void exports_test_parameters_results_words(parameters_tuple3_string_string_string_t *ret) {
  parameters_string_dup(&ret->f0, "one");
  parameters_string_dup(&ret->f1, "");
  parameters_string_dup(&ret->f2, "three");
}

void exports_parameters_ask(parameters_tuple2_u32_string_t *ret) {
  test_parameters_host_seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, ret);
}
