//! How long is waited for what.

use eherkenning_wizard::domain::submission::{
    Answer, Chance, Claim, Effect, Event, Machine, Outcome, Pause, State, Submission,
};

use crate::walk::{Walk, key, silence, submission};

fn large(bytes: u64) -> Walk {
    let mut body = submission("");
    body.files[0].size_bytes = bytes;
    let mut walk = Walk::new();
    walk.on(Event::Begin(body)).store();
    walk
}

/// Seconds without a sign of life after which a sending is given up.
fn seconds_until_given_up(walk: &mut Walk) -> u32 {
    let mut milliseconds = 0;
    while matches!(walk.state(), State::Sending) {
        milliseconds += walk.milliseconds().unwrap();
        walk.wait();
    }
    milliseconds / 1000
}

#[test]
fn row_16_a_server_that_hangs_is_given_up_after_a_minute() {
    let mut walk = large(0);
    let number = walk.sending();
    assert_eq!(seconds_until_given_up(&mut walk), 60);
    walk.check(&State::Waiting { milliseconds: 1000, pause: Pause::NoAnswer }, Claim::MayHaveArrived, true);
    assert!(walk.has(&Effect::Abort { number }));
}

#[test]
fn s11_and_row_17_the_limit_grows_with_the_size_because_nobody_sees_bytes_leave() {
    // As if the line carried 50 kbit/s: 10 MB take 1,600 seconds.
    assert_eq!(seconds_until_given_up(&mut large(10_000_000)), 1665);
    assert_eq!(seconds_until_given_up(&mut large(1)), 75);
    assert_eq!(seconds_until_given_up(&mut large(93_750)), 75);
    assert_eq!(seconds_until_given_up(&mut large(93_751)), 90);
}

#[test]
fn a_quiet_minute_after_the_response_began_ends_it_though_the_body_is_large() {
    let mut walk = large(10_000_000);
    let number = walk.sending();
    let timer = walk.number(|effect| matches!(effect, Effect::Wait { .. }));
    walk.on(Event::Answering { number });
    assert_eq!(walk.state(), &State::Sending);
    walk.on(Event::Waited { number: timer, chance: Chance(0) });
    assert_eq!(seconds_until_given_up(&mut walk), 60);
}

#[test]
fn the_patience_of_one_try_is_not_spent_on_the_next() {
    let mut walk = large(0);
    walk.wait().wait().answer_late(silence());
    walk.wait();
    assert_eq!(seconds_until_given_up(&mut walk), 60);
}

#[test]
fn a_question_is_given_up_after_half_a_minute_and_asked_again() {
    let mut walk = Walk::in_doubt();
    walk.on(Event::Retry);
    let number = walk.number(|effect| matches!(effect, Effect::Ask { .. }));
    assert_eq!(walk.milliseconds(), Some(30_000));
    walk.wait();
    assert!(walk.has(&Effect::Abort { number }));
    assert_eq!(walk.state(), &State::Waiting { milliseconds: 1000, pause: Pause::NoAnswer });
    walk.wait();
    assert!(walk.asks());
    walk.on(Event::Told { number, outcome: Outcome::Received("EH-1".into()), chance: Chance(0) });
    assert_eq!(walk.machine.claim(), Claim::Received, "the late answer to the first question");
}

#[test]
fn chance_adds_up_to_a_quarter() {
    for (chance, expected) in [(0, 1000), (128, 1125), (255, 1249)] {
        let mut walk = Walk::sent();
        let number = walk.sending();
        walk.on(Event::Answered { number, answer: Answer::Later(None), chance: Chance(chance) });
        assert_eq!(walk.milliseconds(), Some(expected));
    }
}

#[test]
fn a_pause_that_is_asked_for_is_never_shorter_than_the_usual_one() {
    let walk = Walk::answered(Answer::Later(Some(0)));
    assert_eq!(walk.milliseconds(), Some(1000));
    let walk = Walk::answered(Answer::Later(Some(30)));
    assert_eq!(walk.milliseconds(), Some(30_000));
}

#[test]
fn the_applicant_has_all_tries_again() {
    let mut walk = Walk::answered(Answer::Later(None));
    walk.wait().answer(Answer::Later(None)).on(Event::Stop).on(Event::Retry).store();
    assert_eq!(walk.machine.attempt(), 1);
    walk.answer(Answer::Later(None));
    assert_eq!(walk.milliseconds(), Some(1000));
}

#[test]
fn sizes_without_bound_are_waited_for_without_overflow() {
    let mut walk = large(u64::MAX);
    assert!(walk.milliseconds().is_some());
    walk.wait();
    let body: Submission = walk.machine.submission().unwrap().clone();
    let (machine, _) = Machine::new(key(1), false, true).step(Event::Begin(body));
    assert!(matches!(machine.state(), State::Sending));
}

impl Walk {
    /// Answers the sending that runs, whose effect was some steps ago.
    fn answer_late(&mut self, answer: Answer) -> &mut Self {
        self.on(Event::Answered { number: self.first_sending(), answer, chance: Chance(0) })
    }

    /// The number of the first sending of a walk that stores first.
    fn first_sending(&self) -> u32 {
        3
    }
}
