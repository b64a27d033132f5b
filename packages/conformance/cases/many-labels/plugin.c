#include "many_labels.h"

#define LABELS(name) exports_test_many_labels_labels_##name

LABELS(label_t) LABELS(echo)(LABELS(label_t) value) { return value; }
void LABELS(echo_list)(LABELS(list_label_t) *values, LABELS(list_label_t) *ret) { *ret = *values; }
uint32_t LABELS(number_of)(LABELS(label_t) value) { return value; }
LABELS(label_t) LABELS(last)(void) { return EXPORTS_TEST_MANY_LABELS_LABELS_LABEL_L256; }
