#include "shared_types.h"
#include <stdlib.h>
#include <string.h>

#define SHAPES(name) exports_test_shared_types_shapes_##name
#define FACTORY(name) exports_test_shared_types_factory_##name
#define SOURCE(name) test_shared_types_source_##name
typedef test_shared_types_types_point_t point;
typedef test_shared_types_types_path_t path;

struct SHAPES(shape_t) { path corners; };

static path copy(point *points, size_t length) {
  return (path){memcpy(malloc(length * sizeof(point)), points, length * sizeof(point)), length};
}

SHAPES(own_shape_t) SHAPES(constructor_shape)(path *corners) {
  SHAPES(shape_t) *made = malloc(sizeof *made);
  made->corners = *corners;
  return SHAPES(shape_new)(made);
}

void SHAPES(shape_destructor)(SHAPES(shape_t) *rep) {
  test_shared_types_types_path_free(&rep->corners);
  free(rep);
}

void SHAPES(method_shape_corners)(SHAPES(borrow_shape_t) self, path *ret) { *ret = copy(self->corners.ptr, self->corners.len); }

void SHAPES(center)(SHAPES(borrow_shape_t) of, point *ret) {
  *ret = (point){};
  for (size_t i = 0; i < of->corners.len; i++) {
    ret->x += of->corners.ptr[i].x;
    ret->y += of->corners.ptr[i].y;
  }
  ret->x /= (int32_t)of->corners.len;
  ret->y /= (int32_t)of->corners.len;
}

FACTORY(own_shape_t) FACTORY(square)(point *at, int32_t side) {
  point corners[] = {*at, {at->x + side, at->y}, {at->x + side, at->y + side}, {at->x, at->y + side}};
  path all = copy(corners, 4);
  return SHAPES(constructor_shape)(&all);
}

FACTORY(own_shape_t) FACTORY(walked)(uint32_t steps) {
  point start;
  path walked;
  SOURCE(start)(&start);
  SOURCE(walk)(&start, steps, &walked);
  return SHAPES(constructor_shape)(&walked);
}

uint32_t FACTORY(count)(SHAPES(borrow_shape_t) of) { return of->corners.len; }
