//! Prints the program of each `LINK<TAB>EXPRESSION` line of standard input, or of the two arguments.

use requin_bpf::{Link, Options};
use std::io::BufRead;

fn show(link: &str, expression: &str) {
    let Some(link) = Link::from_name(link) else {
        println!("unknown link type {link}");
        return;
    };
    match requin_bpf::compile(expression, &Options::new(link)) {
        Ok(program) => print!("{}", program.dump_d()),
        Err(error) => println!("error at {:?}: {error}", error.span()),
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [link, expression] = arguments.as_slice() {
        return show(link, expression);
    }
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        if let Some((link, expression)) = line.split_once('\t') {
            println!("== {link}: {expression}");
            show(link, expression);
        }
    }
}
