wit_bindgen::generate!({ path: "world.wit" });

struct Plugin;
export!(Plugin);

impl Guest for Plugin {
    fn apply(filter: Filter, image: Image) -> Result<Image, String> {
        let count = u64::from(image.width) * u64::from(image.height);
        if image.pixels.len() % 4 != 0 || (image.pixels.len() / 4) as u64 != count {
            return Err("an image has four bytes a pixel".into());
        }
        let mut pixels = image.pixels.clone();
        for (place, pixel) in pixels.chunks_exact_mut(4).enumerate() {
            let (x, y) = (place as u32 % image.width, place as u32 / image.width);
            for channel in 0..3 {
                pixel[channel] = match filter {
                    Filter::Gray => image.gray(x, y, 0, 0) as u8,
                    Filter::Invert => 255 - pixel[channel],
                    Filter::Blur => image.blur(x, y, channel),
                    Filter::Edges => image.edge(x, y),
                }
            }
        }
        Ok(Image { pixels, ..image })
    }
}

impl Image {
    fn near(&self, x: u32, y: u32, dx: i32, dy: i32) -> &[u8] {
        let column = x.saturating_add_signed(dx).min(self.width - 1) as usize;
        let row = y.saturating_add_signed(dy).min(self.height - 1) as usize;
        &self.pixels[4 * (row * self.width as usize + column)..]
    }

    fn gray(&self, x: u32, y: u32, dx: i32, dy: i32) -> i32 {
        let pixel = self.near(x, y, dx, dy);
        (77 * i32::from(pixel[0]) + 150 * i32::from(pixel[1]) + 29 * i32::from(pixel[2])) / 256
    }

    fn blur(&self, x: u32, y: u32, channel: usize) -> u8 {
        let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (dx, dy)));
        let sum: u32 = around.map(|(dx, dy)| u32::from(self.near(x, y, dx, dy)[channel])).sum();
        (sum / 9) as u8
    }

    fn edge(&self, x: u32, y: u32) -> u8 {
        let (mut across, mut down) = (0, 0);
        for side in -1..=1 {
            let weight = 2 - side * side;
            across += weight * (self.gray(x, y, 1, side) - self.gray(x, y, -1, side));
            down += weight * (self.gray(x, y, side, 1) - self.gray(x, y, side, -1));
        }
        (across.abs() + down.abs()).min(255) as u8
    }
}
