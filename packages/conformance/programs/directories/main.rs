use std::fs;
use std::path::Path;

fn walk(path: &Path, depth: usize) {
    let mut entries: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap()).collect();
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        let kind = entry.file_type().unwrap();
        println!("{:depth$}{:?} dir {} link {}", "", entry.file_name(), kind.is_dir(), kind.is_symlink());
        if kind.is_dir() {
            walk(&entry.path(), depth + 2);
        }
    }
}

pub fn main() {
    println!("{:?}", fs::create_dir("/work/new"));
    println!("{:?}", fs::create_dir("/work/new"));
    println!("{:?}", fs::create_dir_all("/work/new/a/b/c"));
    println!("{:?}", fs::remove_dir("/work/old"));
    println!("{:?}", fs::rename("/work/old", "/work/old/nested/old"));
    println!("{:?}", fs::rename("/work/old", "/work/new/moved"));
    println!("{:?}", fs::hard_link("/work/empty.txt", "/work/new/hard.txt"));
    println!("{:?}", fs::hard_link("/work/new", "/work/other"));
    println!("{:?}", fs::metadata("/work/none").map(|_| ()));
    println!("{:?}", fs::metadata("/work/new/moved/four.txt").map(|found| (found.len(), found.is_file())));
    for index in 0..300 {
        fs::write(format!("/work/new/a/file-with-a-longer-name-{index:03}"), "x").unwrap();
    }
    println!("{} entries", fs::read_dir("/work/new/a").unwrap().count());
    println!("{:?}", fs::remove_dir_all("/work/new/a"));
    println!("{:?}", fs::read_dir("/work/empty.txt").map(|_| ()));
    println!("{:?}", fs::read_to_string("/work/new").map_err(|error| error.kind()));
    println!("{:?}", fs::File::create("/work/new").map(|_| ()));
    println!("{:?}", fs::remove_file("/work/new"));
    walk(Path::new("/work"), 0);
}
