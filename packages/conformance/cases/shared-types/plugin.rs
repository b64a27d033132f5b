wit_bindgen::generate!({ path: "world.wit" });

use exports::test::shared_types::factory;
use exports::test::shared_types::shapes::{Guest, GuestShape, Shape as Handle, ShapeBorrow};
use test::shared_types::source;
use test::shared_types::types::Point;

struct Plugin;
export!(Plugin);

struct Shape(Vec<Point>);

#[rustfmt::skip]
impl GuestShape for Shape {
    fn new(corners: Vec<Point>) -> Self { Shape(corners) }
    fn corners(&self) -> Vec<Point> { self.0.clone() }
}

impl Guest for Plugin {
    type Shape = Shape;
    fn center(of: ShapeBorrow) -> Point {
        let corners = &of.get::<Shape>().0;
        let sum = corners.iter().fold((0, 0), |(x, y), corner| (x + corner.x, y + corner.y));
        let count = corners.len() as i32;
        Point { x: sum.0 / count, y: sum.1 / count }
    }
}

#[rustfmt::skip]
impl factory::Guest for Plugin {
    fn square(at: Point, side: i32) -> Handle {
        let corner = |x, y| Point { x: at.x + x, y: at.y + y };
        Handle::new(Shape(vec![corner(0, 0), corner(side, 0), corner(side, side), corner(0, side)]))
    }
    fn walked(steps: u32) -> Handle { Handle::new(Shape(source::walk(source::start(), steps))) }
    fn count(of: ShapeBorrow) -> u32 { of.get::<Shape>().0.len() as u32 }
}
