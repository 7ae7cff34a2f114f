//! Who must sign: representatives with sole authority, or several with joint or limited authority, as the offer sets per
//! level.

use eherkenning_wizard::domain::application::{Application, Requirements, SignReason};
use eherkenning_wizard::domain::draft::{Draft, RepresentativeDraft, SignatureDraft};
use eherkenning_wizard::domain::offer::{JointPolicy, LimitedPolicy, Offer, OfferTerms};
use eherkenning_wizard::domain::rules::{Place, Question, Rule};
use eherkenning_wizard::domain::scheme::{Authority, DocumentKind, Level};

use crate::case::{Case, check};
use crate::common::{SERVICE_EH2_PLUS, facts};
use crate::starts::{attach, board, detach, raise};

use Authority::{Joint, Limited, Sole};
use Level::{Eh2Plus, Eh3, Eh4};

/// Representatives with these authorities, at this level; `user` is the row of the user.
fn people(level: Level, authorities: &[Option<Authority>], user: usize) -> Draft {
    let mut draft = Draft::default();
    draft.purpose.level = Some(level);
    draft.representatives = authorities
        .iter()
        .enumerate()
        .map(|(row, authority)| RepresentativeDraft {
            is_user: Some(row == user),
            authority: *authority,
            ..RepresentativeDraft::default()
        })
        .collect();
    draft
}

fn offer(change: impl FnOnce(&mut OfferTerms)) -> Offer {
    let mut terms = OfferTerms::clone(&facts().offer);
    change(&mut terms);
    terms.try_into().unwrap()
}

/// Which rows must sign, and why.
fn signs(draft: &Draft, offer: Offer) -> (Vec<usize>, SignReason) {
    let facts = eherkenning_wizard::domain::application::Facts { offer, ..facts() };
    let signatories = Requirements::of(draft, &facts).signatories;
    (signatories.rows, signatories.reason)
}

/// Name, level, authorities and row of the user; then the rows that sign, and why.
type Who<'a> = (&'a str, Level, &'a [Authority], usize, &'a [usize], SignReason);

#[test]
fn who_signs_follows_from_authority_and_level() {
    let none: &[usize] = &[];
    let cases: [Who; 25] = [
        ("the sole director", Eh3, &[Sole], 0, &[0], SignReason::Sole),
        ("one of two sole: the first", Eh3, &[Sole, Sole], 9, &[0], SignReason::Sole),
        ("one of two sole: the user", Eh3, &[Sole, Sole], 1, &[1], SignReason::Sole),
        ("sole before joint, though the user is joint", Eh3, &[Joint, Joint, Sole], 0, &[2], SignReason::Sole),
        ("sole before limited", Eh4, &[Limited, Sole], 0, &[1], SignReason::Sole),
        ("two joint", Eh3, &[Joint, Joint], 0, &[0, 1], SignReason::Joint),
        ("three joint: the majority", Eh3, &[Joint, Joint, Joint], 0, &[0, 1], SignReason::Joint),
        ("five joint: the majority", Eh3, &[Joint; 5], 0, &[0, 1, 2], SignReason::Joint),
        ("five joint at EH2+: two", Eh2Plus, &[Joint; 5], 0, &[0, 1], SignReason::Joint),
        ("five joint at EH2+: two, with the user", Eh2Plus, &[Joint; 5], 4, &[0, 4], SignReason::Joint),
        ("three joint at EH4", Eh4, &[Joint, Joint, Joint], 0, &[0, 1, 2], SignReason::Joint),
        ("one joint alone", Eh3, &[Joint], 0, &[0], SignReason::Joint),
        ("joint before limited", Eh3, &[Limited, Joint, Joint], 0, &[1, 2], SignReason::Joint),
        ("joint before limited at EH4", Eh4, &[Limited, Joint, Joint], 0, &[1, 2], SignReason::Joint),
        ("joint and limited at EH2+", Eh2Plus, &[Joint, Limited], 0, &[0, 1], SignReason::Together),
        ("joint and limited at EH2+: two", Eh2Plus, &[Limited, Joint, Joint], 2, &[0, 2], SignReason::Together),
        ("one joint and one limited at EH3", Eh3, &[Joint, Limited], 0, &[0], SignReason::Joint),
        ("limited at EH2+: two", Eh2Plus, &[Limited, Limited, Limited], 0, &[0, 1], SignReason::Limited),
        ("limited at EH3: the majority", Eh3, &[Limited, Limited, Limited], 0, &[0, 1], SignReason::Limited),
        ("limited at EH4: nobody", Eh4, &[Limited, Limited, Limited], 0, none, SignReason::Insufficient),
        ("one limited at EH2+", Eh2Plus, &[Limited], 0, &[0], SignReason::Limited),
        ("one limited at EH3", Eh3, &[Limited], 0, &[0], SignReason::Limited),
        ("one limited at EH4", Eh4, &[Limited], 0, none, SignReason::Insufficient),
        ("nobody", Eh3, &[], 0, none, SignReason::Limited),
        ("nobody at EH4", Eh4, &[], 0, none, SignReason::Unknown),
    ];
    for (name, level, authorities, user, rows, reason) in cases {
        let authorities: Vec<Option<Authority>> = authorities.iter().copied().map(Some).collect();
        let draft = people(level, &authorities, user);
        assert_eq!(signs(&draft, facts().offer), (rows.to_vec(), reason), "{name}");
    }
}

#[test]
fn signatories_are_unknown_until_every_authority_is_answered() {
    for authorities in [[Some(Joint), None], [None, Some(Limited)], [None, None]] {
        let unknown = (Vec::new(), SignReason::Unknown);
        assert_eq!(signs(&people(Eh3, &authorities, 0), facts().offer), unknown, "{authorities:?}");
    }
    assert_eq!(signs(&people(Eh3, &[None, Some(Sole)], 0), facts().offer), (vec![1], SignReason::Sole));
}

#[test]
fn a_majority_is_more_than_half_at_least_two_and_includes_the_user() {
    let majority = || {
        offer(|offer| {
            for level in &mut offer.levels {
                (level.joint, level.limited) = (JointPolicy::Majority, LimitedPolicy::Majority);
            }
        })
    };
    let cases: [(usize, usize, &[usize]); 6] =
        [(2, 0, &[0, 1]), (3, 0, &[0, 1]), (3, 2, &[0, 2]), (4, 3, &[0, 1, 3]), (5, 9, &[0, 1, 2]), (1, 0, &[0])];
    for (authority, reason) in [(Joint, SignReason::Joint), (Limited, SignReason::Limited)] {
        for (count, user, rows) in cases {
            let draft = people(Eh3, &vec![Some(authority); count], user);
            assert_eq!(signs(&draft, majority()), (rows.to_vec(), reason), "{count} {authority:?}, user {user}");
        }
    }
}

/// Five with joint authority, of whom these chose whether they sign, and these have signed.
fn five(level: Level, ticked: &[(usize, bool)], signed: &[usize]) -> Draft {
    let mut draft = people(level, &[Some(Joint); 5], 1);
    for (row, signs) in ticked {
        draft.representatives.get_mut(*row).unwrap().signs = Some(*signs);
    }
    draft.signatures =
        signed.iter().map(|row| SignatureDraft { by: SignatureDraft::by(*row), ..Default::default() }).collect();
    draft
}

#[test]
fn any_of_those_who_may_sign_can_be_chosen() {
    // Who was chosen, who has signed, and who signs.
    type Chosen<'a> = (&'a [(usize, bool)], &'a [usize], &'a [usize]);
    let cases: [Chosen; 9] = [
        (&[], &[], &[0, 1, 2]),
        (&[(2, true), (3, true), (4, true)], &[], &[2, 3, 4]),
        (&[(0, true), (2, true), (3, true), (4, true)], &[], &[0, 2, 3, 4]),
        (&[(3, true)], &[], &[3]),
        (&[(0, false)], &[], &[]),
        (&[], &[0, 2, 4], &[0, 2, 4]),
        (&[], &[0, 1, 2, 3, 4], &[0, 1, 2, 3, 4]),
        (&[], &[2, 4], &[0, 1, 2]),
        (&[(2, true), (3, true), (4, true)], &[0, 1, 2], &[2, 3, 4]),
    ];
    for (ticked, signed, rows) in cases {
        let draft = five(Eh3, ticked, signed);
        assert_eq!(signs(&draft, facts().offer).0, rows, "chosen {ticked:?}, signed {signed:?}");
    }
}

#[test]
fn who_signs_is_chosen_only_where_fewer_than_all_must() {
    let asked = |draft: &Draft| {
        let requirements = Requirements::of(draft, &facts());
        let asks = |row: &usize| requirements.asks(Place::row(Question::RepresentativeSigns, *row));
        (0..draft.representatives.len()).filter(asks).collect::<Vec<_>>()
    };
    assert_eq!(asked(&five(Eh3, &[], &[])), [0, 1, 2, 3, 4]);
    assert_eq!(asked(&five(Eh2Plus, &[], &[])), [0, 1, 2, 3, 4]);
    assert_eq!(asked(&people(Eh3, &[Some(Joint), Some(Limited), Some(Joint), Some(Joint)], 0)), [0, 2, 3]);
    for authorities in
        [&[Some(Joint), Some(Joint)][..], &[Some(Sole), Some(Joint), Some(Joint), Some(Joint)], &[None; 3]]
    {
        assert!(asked(&people(Eh3, authorities, 0)).is_empty(), "{authorities:?}");
    }
    assert!(asked(&five(Eh4, &[], &[])).is_empty());
}

#[test]
fn the_application_says_who_was_chosen_to_sign() {
    let written = |draft: &Draft| {
        let application = Application::parse(draft, &facts()).unwrap();
        Draft::from(&application).representatives.iter().map(|one| one.signs).collect::<Vec<_>>()
    };
    let mut draft = board(3, Joint);
    draft.representatives.get_mut(1).unwrap().signs = None;
    assert_eq!(written(&draft), [Some(true), Some(false), Some(true)]);
    assert_eq!(written(&board(3, Joint)), [Some(true); 3]);
    draft.representatives.iter_mut().for_each(|one| one.signs = None);
    assert_eq!(written(&draft), [Some(true); 3], "all signed");
    draft.signatures.remove(1);
    assert_eq!(written(&draft), [Some(true), Some(false), Some(true)], "these signed");
    draft.signatures.clear();
    assert_eq!(written(&draft), [None; 3], "the first ones sign");
    assert_eq!(written(&board(2, Joint)), [None; 2], "all must sign");
}

#[test]
fn with_articles_the_entered_representatives_sign() {
    let articles = |level, authorities: &[Authority]| {
        let authorities: Vec<Option<Authority>> = authorities.iter().copied().map(Some).collect();
        let mut draft = people(level, &authorities, 0);
        draft.authority_proof.fewer_suffice = Some(true);
        draft
    };
    let cases: [(Level, &[Authority], &[usize], SignReason); 6] = [
        (Eh3, &[Joint], &[0], SignReason::Articles),
        (Eh3, &[Joint, Limited], &[0, 1], SignReason::Articles),
        (Eh3, &[Limited], &[0], SignReason::Articles),
        (Eh4, &[Limited, Joint], &[1], SignReason::Articles),
        (Eh4, &[Limited], &[], SignReason::Insufficient),
        (Eh3, &[Joint, Sole], &[1], SignReason::Sole),
    ];
    for (level, authorities, rows, reason) in cases {
        let draft = articles(level, authorities);
        assert_eq!(signs(&draft, facts().offer), (rows.to_vec(), reason), "{level:?} {authorities:?}");
    }
    let refuses = offer(|offer| offer.articles_prove_fewer = false);
    assert_eq!(signs(&articles(Eh3, &[Joint]), refuses), (vec![0], SignReason::Joint));
}

/// One representative with this authority, who is the user.
fn alone(authority: Authority) -> Draft {
    board(1, authority)
}

fn at_eh2_plus(draft: &mut Draft) {
    draft.purpose.authorisation.services = vec![SERVICE_EH2_PLUS.to_owned()];
}

/// Attaches articles that allow fewer to sign.
fn articles(draft: &mut Draft) {
    draft.authority_proof.fewer_suffice = Some(true);
    attach(draft, DocumentKind::Articles, "organisation");
}

fn authority_cases() -> Vec<Case> {
    let joint = ("representatives.0.authority", Rule::JointNeedsTwo);
    let more = ("representatives.0.authority", Rule::LimitedNeedsMore);
    let first = ("representatives.0.authority", Rule::LimitedNotAllowed);
    let second = ("representatives.1.authority", Rule::LimitedNotAllowed);
    let unanswered = |authority| {
        let case = Case::new("the second is not answered", board(2, authority));
        case.but(|draft| draft.representatives.get_mut(1).unwrap().authority = None)
            .but(|draft| detach(draft, DocumentKind::RepresentativeIdCopy))
    };
    let required = ("representatives.1.authority", Rule::Required);
    vec![
        Case::new("two joint", board(2, Joint)),
        Case::new("one joint", alone(Joint)).breaks(&[joint]),
        Case::new("one joint with articles", alone(Joint)).but(articles),
        Case::new("one joint beside one limited", board(2, Joint))
            .but(|draft| draft.representatives.get_mut(1).unwrap().authority = Some(Limited))
            .breaks(&[joint]),
        Case::new("one joint beside one limited at EH2+", board(2, Joint))
            .but(|draft| draft.representatives.get_mut(1).unwrap().authority = Some(Limited))
            .but(at_eh2_plus),
        Case::new("one of joint and limited at EH2+", board(3, Limited))
            .but(|draft| draft.representatives.first_mut().unwrap().authority = Some(Joint))
            .but(|draft| draft.representatives.iter_mut().skip(1).for_each(|one| one.signs = None))
            .but(at_eh2_plus)
            .breaks(&[("representatives.0.signs", Rule::SignatoriesTooFew)]),
        Case::new("two limited at EH2+", board(2, Limited)).but(at_eh2_plus),
        Case::new("one limited at EH2+", alone(Limited)).but(at_eh2_plus).breaks(&[more]),
        Case::new("two limited at EH3", board(2, Limited)),
        Case::new("one limited at EH3", alone(Limited)).breaks(&[more]),
        Case::new("one limited with articles", alone(Limited)).but(articles),
        Case::new("limited at EH4", board(2, Limited)).but(raise).breaks(&[first, second]),
        Case::new("limited at EH4 with articles", board(2, Limited)).but(raise).but(articles).breaks(&[first, second]),
        Case::new("limited beside joint at EH4", board(3, Joint))
            .but(raise)
            .but(|draft| draft.representatives.get_mut(1).unwrap().authority = Some(Limited)),
        Case::new("one of three joint", board(3, Joint))
            .but(|draft| draft.representatives.iter_mut().skip(1).for_each(|one| one.signs = None))
            .breaks(&[("representatives.0.signs", Rule::SignatoriesTooFew)]),
        Case::new("none of three limited", board(3, Limited))
            .but(|draft| draft.representatives.iter_mut().for_each(|one| one.signs = Some(false)))
            .but(|draft| detach(draft, DocumentKind::UserIdCopy))
            .breaks(&[("representatives.0.signs", Rule::SignatoriesTooFew)]),
        Case::new("the last two of three joint", board(3, Joint))
            .but(|draft| draft.representatives.first_mut().unwrap().signs = Some(false))
            .but(|draft| detach(draft, DocumentKind::UserIdCopy)),
        unanswered(Joint).breaks(&[required]),
        unanswered(Limited).breaks(&[required]),
        unanswered(Limited).but(raise).breaks(&[required]),
    ]
}

pub fn cases() -> Vec<Case> {
    authority_cases()
}

#[test]
fn too_little_authority_is_reported_at_each_representative() {
    check(authority_cases());
}
