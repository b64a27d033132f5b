#include "keywords.h"
#include <stdlib.h>

#define CLASS(name) exports_test_keywords_class_##name

struct CLASS(struct_t) { uint8_t value; };

CLASS(own_struct_t) CLASS(constructor_struct)(uint8_t class_) {
  CLASS(struct_t) *made = malloc(sizeof *made);
  made->value = class_;
  return CLASS(struct_new)(made);
}

void CLASS(struct_destructor)(CLASS(struct_t) *rep) { free(rep); }
uint8_t CLASS(method_struct_delete)(CLASS(borrow_struct_t) self) { return self->value; }
uint8_t CLASS(method_struct_typeof)(CLASS(borrow_struct_t) self, uint8_t void_) { return self->value + void_; }

void CLASS(fn)(CLASS(fields_t) *this_, CLASS(fields_t) *ret) { *ret = *this_; }
CLASS(cases_t) CLASS(switch)(CLASS(cases_t) case_) { return case_; }
CLASS(labels_t) CLASS(go)(CLASS(labels_t) goto_) { return goto_; }
void CLASS(typeof)(CLASS(choices_t) *template_, CLASS(choices_t) *ret) { *ret = *template_; }

void CLASS(yield)(keywords_string_t *await, uint8_t async, keywords_string_t *ret) {
  test_keywords_new_delete(await, async, ret);
  keywords_string_free(await);
}

uint32_t CLASS(import)(
    uint8_t char_, uint8_t double_, uint8_t long_, uint8_t operator_, uint8_t return_, uint8_t var, uint8_t self,
    uint8_t size_t_, uint8_t len, uint8_t ptr, uint8_t ret_, uint8_t result) {
  return char_ + double_ + long_ + operator_ + return_ + var + self + size_t_ + len + ptr + ret_ + result;
}
