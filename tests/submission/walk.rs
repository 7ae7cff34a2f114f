//! A machine under test, with the effects of its last step.

use eherkenning_wizard::domain::submission::{
    Answer, Chance, Claim, Doubtful, Effect, Event, Key, Machine, Notice, Outcome, Record, Refusal, Remark, Standing,
    State, Submission, SubmittedFile,
};

pub fn key(number: u8) -> Key {
    Key::parse(&format!("00000000-0000-7000-8000-0000000000{number:02x}")).unwrap()
}

/// What is sent: an application with these words, and one file of ten bytes.
pub fn submission(words: &str) -> Submission {
    let file = SubmittedFile {
        id: "copy".to_owned(),
        file_name: "passport.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        size_bytes: 10,
        sha256: "00".repeat(32),
    };
    Submission { key: key(1), application: words.to_owned(), files: vec![file], level: "EH3".to_owned() }
}

pub fn received() -> Answer {
    Answer::Received("EH-1".to_owned())
}

pub fn silence() -> Answer {
    Answer::MayHaveArrived(Doubtful::NoAnswer, None)
}

pub fn verdict() -> Answer {
    Answer::Refused { refusal: Refusal::Issues, remarks: vec![Remark::words("No.")], is_verdict: true }
}

pub struct Walk {
    pub machine: Machine,
    pub effects: Vec<Effect>,
}

impl Walk {
    pub fn new() -> Self {
        Self { machine: Machine::new(key(1), true, true), effects: Vec::new() }
    }

    pub fn found(standing: Standing, submission: Option<Submission>) -> Self {
        Self::found_record(Record { key: key(1), replaces: Vec::new(), standing, submission, is_mixed: false })
    }

    pub fn found_record(record: Record) -> Self {
        let mut walk = Self { machine: Machine::new(key(9), true, true), effects: Vec::new() };
        walk.on(Event::Found(record));
        walk
    }

    /// Sent, with nothing heard yet.
    pub fn sent() -> Self {
        let mut walk = Self::new();
        walk.on(Event::Begin(submission("A")));
        walk.store();
        walk
    }

    /// After this answer to the first try.
    pub fn answered(answer: Answer) -> Self {
        let mut walk = Self::sent();
        walk.answer(answer);
        walk
    }

    /// After no answer at all, and a stop.
    pub fn in_doubt() -> Self {
        let mut walk = Self::answered(silence());
        walk.on(Event::Stop);
        walk
    }

    pub fn on(&mut self, event: Event) -> &mut Self {
        let (machine, effects) = self.machine.clone().step(event);
        self.machine = machine;
        self.effects = effects;
        self
    }

    pub fn store(&mut self) -> &mut Self {
        let number = self.number(|effect| matches!(effect, Effect::Store { .. }));
        self.on(Event::Stored { number })
    }

    pub fn answer(&mut self, answer: Answer) -> &mut Self {
        let number = self.sending();
        self.on(Event::Answered { number, answer, chance: Chance(0) })
    }

    pub fn tell(&mut self, outcome: Outcome) -> &mut Self {
        let number = self.number(|effect| matches!(effect, Effect::Ask { .. }));
        self.on(Event::Told { number, outcome, chance: Chance(0) })
    }

    /// Lets the timer of the last step run out; the store, asked again after a pause, says yes.
    pub fn wait(&mut self) -> &mut Self {
        let was_waiting = matches!(self.state(), State::Waiting { .. });
        let number = self.number(|effect| matches!(effect, Effect::Wait { .. }));
        self.on(Event::Waited { number, chance: Chance(0) });
        if was_waiting && *self.state() == State::Storing(None) { self.store() } else { self }
    }

    /// The number of the sending of the last step.
    pub fn sending(&self) -> u32 {
        self.number(|effect| matches!(effect, Effect::Send { .. }))
    }

    /// The number of the last step's effect of this kind.
    pub fn number(&self, is_wanted: impl Fn(&Effect) -> bool) -> u32 {
        match self.effects.iter().find(|effect| is_wanted(effect)) {
            Some(
                Effect::Store { number }
                | Effect::Send { number, .. }
                | Effect::Abort { number }
                | Effect::Ask { number, .. }
                | Effect::Wait { number, .. },
            ) => *number,
            _ => panic!("not among {:?}, in {:?}", self.effects, self.machine.state()),
        }
    }

    pub fn milliseconds(&self) -> Option<u32> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Wait { milliseconds, .. } => Some(*milliseconds),
            _ => None,
        })
    }

    pub fn state(&self) -> &State {
        self.machine.state()
    }

    /// What the last step sent.
    pub fn sent_words(&self) -> Option<String> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Send { submission, .. } => Some(submission.application.clone()),
            _ => None,
        })
    }

    pub fn asks(&self) -> bool {
        self.effects.iter().any(|effect| matches!(effect, Effect::Ask { .. }))
    }

    pub fn notices(&self) -> Vec<Notice> {
        let notice = |effect: &Effect| match effect {
            Effect::Tell(notice) => Some(notice.clone()),
            _ => None,
        };
        self.effects.iter().filter_map(notice).collect()
    }

    pub fn has(&self, effect: &Effect) -> bool {
        self.effects.contains(effect)
    }

    #[track_caller]
    pub fn check(&self, state: &State, claim: Claim, is_locked: bool) {
        assert_eq!((self.state(), self.machine.claim(), self.machine.is_locked()), (state, claim, is_locked));
    }
}
