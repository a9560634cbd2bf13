//! `dump [-d|-dd|-ddd] [LINK EXPRESSION]`: prints the program of the expression, or of each
//! `LINK<TAB>EXPRESSION` line of standard input. A link type with `kernel:` before it is that of a packet
//! socket.

use requin_bpf::{Link, Options};
use std::io::BufRead;

fn show(form: &str, link: &str, expression: &str) {
    let (kernel, link) = link.strip_prefix("kernel:").map_or((false, link), |link| (true, link));
    let Some(link) = Link::from_name(link) else {
        println!("unknown link type {link}");
        return;
    };
    match requin_bpf::compile(expression, &Options { kernel, ..Options::new(link) }) {
        Ok(program) => print!(
            "{}",
            match form {
                "-dd" => program.dump_dd(),
                "-ddd" => program.dump_ddd(),
                _ => program.dump_d(),
            }
        ),
        Err(error) => println!("error at {:?}: {error}", error.span()),
    }
}

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let has_form = arguments.first().is_some_and(|first| first.starts_with("-d"));
    let form = if has_form { arguments.remove(0) } else { "-d".to_owned() };
    if let [link, expression] = arguments.as_slice() {
        return show(&form, link, expression);
    }
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        if let Some((link, expression)) = line.split_once('\t') {
            println!("== {link}: {expression}");
            show(&form, link, expression);
        }
    }
}
