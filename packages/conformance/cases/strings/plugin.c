#include "strings.h"
#include <stdlib.h>
#include <string.h>

void exports_test_strings_text_echo(strings_string_t *value, strings_string_t *ret) { *ret = *value; }

void exports_test_strings_text_join(strings_string_t *left, strings_string_t *right, strings_string_t *ret) {
  ret->len = left->len + right->len;
  ret->ptr = malloc(ret->len);
  memcpy(ret->ptr, left->ptr, left->len);
  memcpy(ret->ptr + left->len, right->ptr, right->len);
  strings_string_free(left);
  strings_string_free(right);
}

void exports_test_strings_text_bytes(strings_string_t *value, strings_list_u8_t *ret) {
  *ret = (strings_list_u8_t){value->ptr, value->len};
}

void exports_test_strings_text_make(strings_string_t *ret) { strings_string_dup_n(ret, "ä\0😀", strlen("ä") + 1 + strlen("😀")); }
