#include "guest_resources.h"
#include <stdlib.h>

#define COUNTERS(name) exports_test_guest_resources_counters_##name

struct COUNTERS(counter_t) { uint32_t value; };
typedef COUNTERS(own_counter_t) own;
typedef COUNTERS(borrow_counter_t) borrow;

static uint32_t destroyed = 0;

own COUNTERS(constructor_counter)(uint32_t start) {
  COUNTERS(counter_t) *made = malloc(sizeof *made);
  made->value = start;
  return COUNTERS(counter_new)(made);
}

void COUNTERS(counter_destructor)(COUNTERS(counter_t) *rep) {
  destroyed++;
  free(rep);
}

uint32_t COUNTERS(method_counter_get)(borrow self) { return self->value; }
uint32_t COUNTERS(method_counter_add)(borrow self, uint32_t by) { return self->value += by; }
uint32_t COUNTERS(static_counter_largest)(borrow a, borrow b) { return a->value > b->value ? a->value : b->value; }

bool COUNTERS(static_counter_parse)(guest_resources_string_t *text, own *ret, guest_resources_string_t *err) {
  uint32_t value = 0;
  for (size_t i = 0; i < text->len; i++) {
    if (text->ptr[i] < '0' || text->ptr[i] > '9') {
      *err = *text;
      return false;
    }
    value = value * 10 + text->ptr[i] - '0';
  }
  guest_resources_string_free(text);
  *ret = COUNTERS(constructor_counter)(value);
  return true;
}

uint32_t COUNTERS(peek)(borrow of) { return of->value; }

void COUNTERS(make)(guest_resources_list_u32_t *starts, COUNTERS(list_own_counter_t) *ret) {
  *ret = (COUNTERS(list_own_counter_t)){malloc(starts->len * sizeof(own)), starts->len};
  for (size_t i = 0; i < starts->len; i++) ret->ptr[i] = COUNTERS(constructor_counter)(starts->ptr[i]);
  guest_resources_list_u32_free(starts);
}

uint32_t COUNTERS(destroyed)(void) { return destroyed; }
