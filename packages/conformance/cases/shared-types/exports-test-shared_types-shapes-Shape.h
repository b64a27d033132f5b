// A class behind a resource is the guest's own to define: what wit-bindgen writes here by itself has no members, and
// names a type that comes only after it.
#pragma once
#include "wit.h"

namespace test::shared_types::types {
struct Point;
}

namespace exports::test::shared_types::shapes {
class Shape : public wit::ResourceExportBase<Shape> {
  using Path = wit::vector<::test::shared_types::types::Point>;

public:
  Path corners;

  explicit Shape(Path corners);
  static Owned New(Path corners);
  static void Dtor(Shape *self);
  Path Corners();

  static int32_t ResourceNew(Shape *self);
  static Shape *ResourceRep(int32_t id);
  static void ResourceDrop(int32_t id);
};
}  // namespace exports::test::shared_types::shapes
