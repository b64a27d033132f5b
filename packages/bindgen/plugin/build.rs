fn main() {
    // The linker takes the names of functions out, a fifth of the file. Asked for in the profile instead, it would set
    // this crate's profile apart from the guests', and std would be compiled twice where it is compiled at all.
    println!("cargo::rustc-link-arg-cdylib=--strip-all");
    // Types that nest deeply take more than the usual 1 MiB.
    println!("cargo::rustc-link-arg-cdylib=-zstack-size=4194304");
    println!("cargo::rerun-if-changed=build.rs");
}
