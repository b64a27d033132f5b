//! Blurs an image: each pixel becomes the mean of those around it.

const WIDTH: usize = 256;
const HEIGHT: usize = 256;
const CHANNELS: usize = 4;

fn blur(from: &[u8], to: &mut [u8]) {
    for y in 1..HEIGHT - 1 {
        for x in 1..WIDTH - 1 {
            for channel in 0..CHANNELS {
                let mut sum = 0_u32;
                for dy in 0..3 {
                    for dx in 0..3 {
                        sum += u32::from(from[((y + dy - 1) * WIDTH + x + dx - 1) * CHANNELS + channel]);
                    }
                }
                to[(y * WIDTH + x) * CHANNELS + channel] = (sum / 9) as u8;
            }
        }
    }
}

/// Blurs an image so many times and gives the sum of its bytes.
#[unsafe(no_mangle)]
pub extern "C" fn run(rounds: i32) -> i32 {
    let mut image: Vec<u8> = (0..WIDTH * HEIGHT * CHANNELS).map(|at| (at * at % 251) as u8).collect();
    let mut other = image.clone();
    for _ in 0..rounds {
        blur(&image, &mut other);
        std::mem::swap(&mut image, &mut other);
    }
    image.iter().map(|&byte| i32::from(byte)).sum()
}
