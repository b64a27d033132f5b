#include "owned_resources.h"
#include <stdlib.h>

#define BOXES(name) exports_test_owned_resources_boxes_##name

struct BOXES(box_t) { uint32_t content; };
typedef BOXES(own_box_t) own;

static uint32_t destroyed = 0;

own BOXES(constructor_box)(uint32_t content) {
  BOXES(box_t) *made = malloc(sizeof *made);
  made->content = content;
  return BOXES(box_new)(made);
}

void BOXES(box_destructor)(BOXES(box_t) *rep) {
  destroyed++;
  free(rep);
}

uint32_t BOXES(method_box_content)(BOXES(borrow_box_t) self) { return self->content; }

own BOXES(merge)(own a, own b) {
  own sum = BOXES(constructor_box)(BOXES(box_rep)(a)->content + BOXES(box_rep)(b)->content);
  BOXES(box_drop_own)(a);
  BOXES(box_drop_own)(b);
  return sum;
}

own BOXES(pass)(own of) { return of; }

bool BOXES(maybe)(own *of, own *ret) {
  if (of != nullptr) *ret = *of;
  return of != nullptr;
}

void BOXES(pair)(BOXES(tuple2_own_box_own_box_t) *of, BOXES(tuple2_own_box_own_box_t) *ret) { *ret = (typeof(*ret)){of->f1, of->f0}; }

uint32_t BOXES(destroyed)(void) { return destroyed; }
