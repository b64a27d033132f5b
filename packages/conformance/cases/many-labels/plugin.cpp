#include "many_labels_cpp.h"

namespace exports::test::many_labels::labels {
Label Echo(Label value) { return value; }
wit::vector<Label> EchoList(wit::vector<Label> values) { return values; }
uint32_t NumberOf(Label value) { return uint32_t(value); }
Label Last() { return Label::kL256; }
}  // namespace exports::test::many_labels::labels
