#include "records.h"

/** What came in goes out, with the memory that it points to. */
#define ECHO(name, type) \
  void exports_test_records_shapes_echo_##name(type *value, type *ret) { *ret = *value; }

ECHO(mixed, exports_test_records_shapes_mixed_t)
ECHO(tree, exports_test_records_shapes_tree_t)
ECHO(single, exports_test_records_shapes_single_t)
ECHO(one, records_tuple1_f32_t)

void exports_test_records_shapes_swap(records_tuple2_string_u64_t *value, records_tuple2_u64_string_t *ret) {
  *ret = (records_tuple2_u64_string_t){value->f1, value->f0};
}

double exports_test_records_shapes_weigh(exports_test_records_shapes_tree_t *value) {
  double sum = value->trunk.left.weight;
  for (size_t i = 0; i < value->trunk.leaves.len; i++) sum += value->trunk.leaves.ptr[i].weight;
  exports_test_records_shapes_tree_free(value);
  return sum;
}
