wit_bindgen::generate!({ path: "world.wit" });

struct SquareRoot;
export!(SquareRoot);

impl Guest for SquareRoot {
    fn describe() -> Operation {
        Operation { name: "square root".into(), symbol: "√".into(), arity: 1 }
    }

    fn compute(args: Vec<f64>) -> Result<f64, String> {
        match args[..] {
            [x] if x < 0.0 => Err(format!("{x} has no square root")),
            [x] => Ok(x.sqrt()),
            _ => Err("a square root is of one number".into()),
        }
    }
}
