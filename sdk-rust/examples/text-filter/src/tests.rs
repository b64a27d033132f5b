use super::*;
use std::cell::RefCell;
use std::rc::Rc;

#[test]
fn shouts_and_tells_the_host() {
    let lines = Rc::new(RefCell::new(Vec::new()));
    let told = lines.clone();
    let _stub = log::stubs::write(move |line| told.borrow_mut().push(line.to_owned()));

    assert_eq!(Shout::transform("2 hey".into()), Ok("HEY HEY".into()));
    assert_eq!(lines.take(), ["Rust is asked to shout 5 bytes"]);
}

#[test]
fn refuses_what_it_cannot_shout() {
    let _stub = log::stubs::write(|_| ());

    assert_eq!(Shout::transform("".into()), Err("there is nothing to shout".into()));
    assert_eq!(
        Shout::transform("x hey".into()),
        Err("invalid digit found in string".into())
    );
}

#[test]
#[should_panic = "nobody can shout 101 times"]
fn panics_where_it_has_a_limit() {
    let _stub = log::stubs::write(|_| ());
    let _ = Shout::transform("101 hey".into());
}
