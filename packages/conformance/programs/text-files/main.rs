use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, Read, Seek, SeekFrom, Write};

pub fn main() {
    let args: Vec<String> = std::env::args().collect();
    println!("{} arguments, the last is {}", args.len(), args[args.len() - 1]);
    println!("GREETING={:?} NONE={:?}", std::env::var("GREETING"), std::env::var("NONE"));
    for line in io::stdin().lock().lines() {
        println!("stdin: {}", line.unwrap());
    }

    let list = fs::read_to_string("/work/list.txt").unwrap();
    let mut items: Vec<(&str, u32)> = list
        .lines()
        .map(|line| line.split_once(' ').unwrap())
        .map(|(name, count)| (name, count.parse().unwrap()))
        .collect();
    items.sort_by_key(|item| item.1);

    let mut sorted = OpenOptions::new().read(true).write(true).create(true).truncate(true).open("/work/sorted.txt").unwrap();
    for (name, count) in &items {
        writeln!(sorted, "{name:<8}{count:>4}").unwrap();
    }
    println!("at {}", sorted.stream_position().unwrap());
    sorted.seek(SeekFrom::Start(13)).unwrap();
    let mut rest = String::new();
    sorted.read_to_string(&mut rest).unwrap();
    println!("rest: {rest:?}");
    sorted.set_len(50).unwrap();
    println!("length {}, read-only {}", sorted.metadata().unwrap().len(), sorted.metadata().unwrap().permissions().readonly());
    sorted.sync_all().unwrap();
    drop(sorted);

    let mut log = OpenOptions::new().append(true).open("/work/list.txt").unwrap();
    log.write_all(b"appended 1\n").unwrap();
    fs::rename("/work/sorted.txt", "/work/done.txt").unwrap();
    println!("{:?}", File::open("/work/sorted.txt").map(|_| ()).unwrap_err());
    println!("{:?}", File::create_new("/work/done.txt").map(|_| ()).unwrap_err());
    println!("{:?}", File::open("/work/done.txt").unwrap().write(b"x").unwrap_err().kind());
    println!("copied {}", fs::copy("/work/done.txt", "/work/copy.txt").unwrap());
    println!("{:?}", fs::remove_file("/work/none.txt").unwrap_err());
    eprintln!("ends");
    std::process::exit(3);
}
