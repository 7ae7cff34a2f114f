//! Walks by chance: what holds after any sequence of events.

use eherkenning_wizard::domain::submission::{
    Answer, Chance, Claim, Doubtful, Effect, Event, Machine, Notice, Outcome, Refusal, Standing, State, StoreFault,
};
use proptest::prelude::*;

use crate::walk::{key, submission};

fn answer() -> impl Strategy<Value = Answer> {
    let asked = prop::option::of(prop::sample::select(vec![0, 60, 500]));
    let doubtful = prop::sample::select(vec![Doubtful::NoAnswer, Doubtful::Gateway, Doubtful::Stranger]);
    let refused = |is_verdict| Answer::Refused { refusal: Refusal::Issues, remarks: Vec::new(), is_verdict };
    prop_oneof![
        Just(Answer::Received("EH-1".into())),
        asked.clone().prop_map(Answer::Busy),
        Just(Answer::Conflict),
        any::<bool>().prop_map(refused),
        Just(Answer::NotHere),
        asked.clone().prop_map(Answer::Later),
        (doubtful, asked).prop_map(|(why, asked)| Answer::MayHaveArrived(why, asked)),
        Just(Answer::NeverLeft),
    ]
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        Just(Outcome::Received("EH-1".into())),
        Just(Outcome::Underway(None)),
        Just(Outcome::NeverSeen),
        Just(Outcome::CannotAsk),
        Just(Outcome::Silence(None)),
    ]
}

/// An event; the number is how far back from the last number of its kind.
fn event() -> impl Strategy<Value = Event> {
    let number = prop_oneof![4 => Just(0_u32), 1 => 1_u32..6];
    let chance = any::<u8>().prop_map(Chance);
    prop_oneof![
        3 => Just(Event::Begin(submission("A"))),
        1 => Just(Event::Begin(submission("B"))),
        5 => number.clone().prop_map(|number| Event::Stored { number }),
        1 => (number.clone(), prop::sample::select(vec![StoreFault::Newer, StoreFault::Full]))
            .prop_map(|(number, fault)| Event::NotStored { number, fault }),
        1 => Just(Event::SendUnstored),
        2 => number.clone().prop_map(|number| Event::Answering { number }),
        8 => (number.clone(), answer(), chance.clone())
            .prop_map(|(number, answer, chance)| Event::Answered { number, answer, chance }),
        1 => number.clone().prop_map(|number| Event::FilesMissing { number, files: vec!["copy".into()] }),
        1 => Just(Event::FilesRestored),
        4 => (number.clone(), outcome(), chance.clone())
            .prop_map(|(number, outcome, chance)| Event::Told { number, outcome, chance }),
        5 => (number, chance).prop_map(|(number, chance)| Event::Waited { number, chance }),
        2 => Just(Event::Stop),
        3 => Just(Event::Retry),
        2 => Just(Event::Edit),
        1 => Just(Event::StartAgain { key: key(2) }),
        1 => Just(Event::Reset { key: key(3) }),
        1 => Just(Event::Expired { key: key(4) }),
        2 => any::<bool>().prop_map(|is_online| Event::Network { is_online }),
        1 => Just(Event::Superseded),
    ]
}

/// The last number of each kind of effect.
#[derive(Default)]
struct Numbers {
    store: u32,
    send: u32,
    ask: u32,
    wait: u32,
    /// The last key that was given out.
    key: u8,
}

impl Numbers {
    fn note(&mut self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Store { number } => self.store = *number,
                Effect::Send { number, .. } => self.send = *number,
                Effect::Ask { number, .. } => self.ask = *number,
                Effect::Wait { number, .. } => self.wait = *number,
                _ => {}
            }
        }
    }

    fn aim(&mut self, mut event: Event, key: &eherkenning_wizard::domain::submission::Key) -> Event {
        match &mut event {
            Event::Begin(submission) => submission.key = key.clone(),
            Event::Stored { number } | Event::NotStored { number, .. } => *number = self.store.saturating_sub(*number),
            Event::Answering { number } | Event::Answered { number, .. } | Event::FilesMissing { number, .. } => {
                *number = self.send.saturating_sub(*number);
            }
            Event::Told { number, .. } => *number = self.ask.saturating_sub(*number),
            Event::Waited { number, .. } => *number = self.wait.saturating_sub(*number),
            Event::StartAgain { key: fresh } | Event::Reset { key: fresh } | Event::Expired { key: fresh } => {
                self.key += 1;
                *fresh = crate::walk::key(self.key);
            }
            _ => {}
        }
        event
    }
}

proptest! {
    #[test]
    fn whatever_happens_the_law_holds(events in prop::collection::vec(event(), 1..60)) {
        let mut machine = Machine::new(key(1), true, true);
        let mut numbers = Numbers { key: 1, ..Numbers::default() };
        let mut was_silent = false;
        for event in events {
            let before = machine.clone();
            let event = numbers.aim(event, machine.key());
            let (next, effects) = machine.step(event.clone());
            numbers.note(&effects);
            machine = next;

            let sends = effects.iter().filter(|effect| matches!(effect, Effect::Send { .. })).count();
            prop_assert!(sends <= 1);
            if sends == 1 {
                prop_assert!(matches!(machine.state(), State::Sending));
                prop_assert_eq!(machine.record().standing, Standing::Doubt);
                prop_assert_eq!(machine.claim(), Claim::MayHaveArrived);
            }
            // The key goes only by the acts that may take it.
            let is_expired = effects.contains(&Effect::Tell(Notice::Expired));
            let may_change = matches!(event, Event::StartAgain { .. } | Event::Reset { .. }) || is_expired;
            prop_assert!(before.key() == machine.key() || may_change);
            was_silent = match (&event, before.key() == machine.key()) {
                (_, false) => false,
                (Event::Answered { answer: Answer::MayHaveArrived(..) | Answer::Busy(_), .. }, _)
                    if machine != before => true,
                _ => was_silent,
            };
            if before.key() != machine.key() && matches!(event, Event::Reset { .. }) {
                prop_assert!(matches!(before.claim(), Claim::NotSent | Claim::Received));
            }
            // Once a try may have arrived, it is not called unsent again under this key.
            prop_assert!(!was_silent || machine.claim() != Claim::NotSent);
            // What is written may always follow what was written before.
            prop_assert!(effects.contains(&Effect::Erase) || machine.record().may_replace(&before.record()));
            // A receipt stays until the applicant or the host erases it.
            if before.claim() == Claim::Received {
                prop_assert!(machine.claim() == Claim::Received || effects.contains(&Effect::Erase));
            }
            // Who waits for the applicant waits for nothing else.
            if !machine.state().is_underway() {
                let goes_on = |effect: &Effect| matches!(effect, Effect::Send { .. } | Effect::Ask { .. } | Effect::Wait { .. });
                prop_assert!(!effects.iter().any(goes_on));
            }
            // Everything that goes on ends: by a timer, by the store, or by the network.
            if effects.iter().any(|effect| matches!(effect, Effect::Send { .. } | Effect::Ask { .. })) {
                let waits = effects.iter().any(|effect| matches!(effect, Effect::Wait { .. }));
                prop_assert!(waits);
            }
        }
    }
}
