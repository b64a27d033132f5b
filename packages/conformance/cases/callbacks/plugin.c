#include "callbacks.h"

#define GUEST(name) exports_test_callbacks_guest_##name
#define HOST(name) test_callbacks_host_##name

void GUEST(nothing)(void) { HOST(nothing)(); }

int64_t GUEST(number)(int64_t value) { return HOST(number)(value); }

void GUEST(text)(callbacks_string_t *value, callbacks_string_t *ret) {
  HOST(text)(value, ret);
  callbacks_string_free(value);
}

void GUEST(move)(GUEST(point_t) *value, int32_t by, GUEST(point_t) *ret) {
  HOST(move)(value, by, ret);
  test_callbacks_types_point_free(value);
}

void GUEST(draw)(GUEST(shape_t) *value, GUEST(shape_t) *ret) {
  HOST(draw)(value, ret);
  test_callbacks_types_shape_free(value);
}

void GUEST(bytes)(callbacks_list_u8_t *values, callbacks_list_u8_t *ret) {
  HOST(bytes)(values, ret);
  callbacks_list_u8_free(values);
}

bool GUEST(parse)(callbacks_string_t *text, uint32_t *ret, callbacks_string_t *err) {
  bool ok = HOST(parse)(text, ret, err);
  callbacks_string_free(text);
  return ok;
}

bool GUEST(maybe)(callbacks_string_t *value, callbacks_string_t *ret) {
  bool some = HOST(maybe)(value, ret);
  if (value != nullptr) callbacks_string_free(value);
  return some;
}

bool GUEST(check)(uint32_t value, GUEST(shape_t) *err) { return HOST(check)(value, err); }
