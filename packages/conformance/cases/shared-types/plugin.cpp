#include "shared_types_cpp.h"

using ::test::shared_types::types::Point;

namespace exports::test::shared_types::shapes {
Shape::Shape(Path corners) : corners(std::move(corners)) {}
Shape::Owned Shape::New(Path corners) { return Owned(new Shape(std::move(corners))); }
void Shape::Dtor(Shape *self) { delete self; }
Path Shape::Corners() { return Path::from_view(corners.get_view()); }

Point Center(std::reference_wrapper<const Shape> of) {
  auto corners = of.get().corners.get_view();
  Point sum{};
  for (auto [x, y] : corners) sum = {sum.x + x, sum.y + y};
  int32_t count = corners.size();
  return {sum.x / count, sum.y / count};
}
}  // namespace exports::test::shared_types::shapes

namespace exports::test::shared_types::factory {
namespace source = ::test::shared_types::source;

Shape::Owned Square(Point at, int32_t side) {
  Point corners[] = {at, {at.x + side, at.y}, {at.x + side, at.y + side}, {at.x, at.y + side}};
  return Shape::New(shapes::Path::from_view(std::span<Point>(corners)));
}

Shape::Owned Walked(uint32_t steps) { return Shape::New(source::Walk(source::Start(), steps)); }
uint32_t Count(std::reference_wrapper<const Shape> of) { return of.get().corners.size(); }
}  // namespace exports::test::shared_types::factory
