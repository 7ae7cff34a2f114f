//! Measures the rules in a native program: `bench-rules CASES OFFER CATALOGUE ROUNDS`, where each line of CASES is a day,
//! a space and an application. For each line on standard input it checks all applications ROUNDS times and prints the
//! processor time in nanoseconds.

#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark may panic")]

use std::fs;
use std::hint::black_box;
use std::io;

use eherkenning_wizard::domain::verdict::{Verdict, read_day, read_facts};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [cases, offer, catalogue, rounds] = arguments.as_slice() else { panic!("CASES OFFER CATALOGUE ROUNDS") };
    let read = |path: &str| fs::read(path).expect(path);
    let mut facts = read_facts(&read(offer), &read(catalogue), b"2026-11-23").expect("an offer and a catalogue");
    let text = String::from_utf8(read(cases)).expect("UTF-8");
    let cases: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once(' ')).collect();
    let rounds: u32 = rounds.parse().expect("a number");
    for line in io::stdin().lines() {
        line.expect("a line");
        let start = processor_time();
        for _ in 0..rounds {
            for (today, application) in &cases {
                facts.today = read_day(today.as_bytes()).expect("a day");
                black_box(Verdict::to(black_box(application.as_bytes()), &facts).print());
            }
        }
        println!("{}", processor_time() - start);
    }
}

/// The processor time of this process so far, in nanoseconds, which other work on the machine does not affect.
fn processor_time() -> u64 {
    let times = fs::read_to_string("/proc/self/schedstat").expect("Linux");
    times.split(' ').next().and_then(|time| time.parse().ok()).expect("a number")
}
