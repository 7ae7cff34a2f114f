//! Who must sign, derived from the authority of the representatives and from what the offer requires at this level for
//! joint and limited authority.
//!
//! A representative with sole authority signs alone. For the others suppliers differ: some require all, some the
//! majority, some two. Any of them may be the ones who sign.

use super::Facts;
use crate::domain::draft::Draft;
use crate::domain::offer::{JointPolicy, LevelOffer, LimitedPolicy};
use crate::domain::rules::{Issues, Place, Question, Rule};
use crate::domain::scheme::Authority;

/// Who must sign, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatories {
    /// Rows of the representatives who sign.
    pub rows: Vec<usize>,
    /// Why these.
    pub reason: SignReason,
    /// The rows from which the applicant chooses them; empty if there is no choice.
    pub entitled: Vec<usize>,
    /// How many of them must sign at least.
    pub needed: usize,
    /// Whether these were chosen, and are not those who sign when nobody chooses: the first ones, the user among them.
    pub(super) is_chosen: bool,
}

/// Why these people must sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignReason {
    /// Not known yet.
    Unknown,
    /// All have limited authority, which is not enough at this level.
    Insufficient,
    /// One has sole authority.
    Sole,
    /// They have joint authority.
    Joint,
    /// Some have joint and the others limited authority, and any two may sign.
    Together,
    /// All have limited authority, which is enough at this level if several sign.
    Limited,
    /// The articles of association allow them to sign.
    Articles,
}

impl Signatories {
    /// Determines who must sign.
    ///
    /// Sole authority comes first, with the user before others; then joint authority; limited authority counts only
    /// when nobody has more, or when two must sign whether their authority is joint or limited.
    pub fn of(draft: &Draft, facts: &Facts, terms: Option<&LevelOffer>) -> Self {
        let rows = |rows, reason| Self { rows, reason, entitled: Vec::new(), needed: 0, is_chosen: false };
        let unknown = rows(Vec::new(), SignReason::Unknown);
        let Some(terms) = terms else { return unknown };
        let sole = rows_with(draft, Authority::Sole);
        let user = |row: &&usize| draft.representative(**row).is_some_and(|one| one.is_user == Some(true));
        if let Some(row) = sole.iter().find(user).or(sole.first()) {
            return rows(vec![*row], SignReason::Sole);
        }
        if draft.representatives.iter().any(|representative| representative.authority().is_none()) {
            return unknown;
        }
        let joint = rows_with(draft, Authority::Joint);
        let limited = rows_with(draft, Authority::Limited);
        let can_be_fewer = facts.offer.articles_prove_fewer && Self::are_several(draft, Some(terms));
        if can_be_fewer && draft.authority_proof.fewer_suffice == Some(true) {
            let all = if terms.limited == LimitedPolicy::Refused {
                joint
            } else {
                (0..draft.representatives.len()).collect()
            };
            return rows(all, SignReason::Articles);
        }
        let (entitled, policy, reason) = match (joint.is_empty(), terms.limited.how_many()) {
            (false, Some(JointPolicy::AtLeastTwo)) if terms.joint == JointPolicy::AtLeastTwo && !limited.is_empty() => {
                ((0..draft.representatives.len()).collect(), terms.joint, SignReason::Together)
            }
            (false, _) => (joint, terms.joint, SignReason::Joint),
            (true, Some(policy)) => (limited, policy, SignReason::Limited),
            (true, None) if limited.is_empty() => return unknown,
            (true, None) => return rows(Vec::new(), SignReason::Insufficient),
        };
        let needed = policy.needed(entitled.len());
        if needed == entitled.len() {
            return rows(entitled, reason);
        }
        let (first, others) = entitled.split_at(needed);
        let mut first = first.to_vec();
        if !first.iter().any(|row| user(&row))
            && let Some(row) = others.iter().find(user)
        {
            first.pop();
            first.push(*row);
        }
        let chosen = Self::chosen(draft, &entitled, needed).filter(|rows| *rows != first);
        Self { is_chosen: chosen.is_some(), rows: chosen.unwrap_or(first), reason, entitled, needed }
    }

    /// Those who were chosen to sign, or else those who have signed, if they are enough; `None` for nobody.
    fn chosen(draft: &Draft, entitled: &[usize], needed: usize) -> Option<Vec<usize>> {
        let rows_that = |test: &dyn Fn(usize) -> bool| entitled.iter().copied().filter(|row| test(*row)).collect();
        let signs = |row| draft.representative(row).and_then(|one| one.signs);
        if entitled.iter().any(|row| signs(*row).is_some()) {
            return Some(rows_that(&|row| signs(row) == Some(true)));
        }
        let signed: Vec<usize> = rows_that(&|row| draft.signature(row).is_some());
        (signed.len() >= needed).then_some(signed)
    }

    /// Whether nobody can sign alone, so that the articles could show that fewer signatures are enough.
    pub(super) fn are_several(draft: &Draft, terms: Option<&LevelOffer>) -> bool {
        let has = |authority| !rows_with(draft, authority).is_empty();
        let limited_can = terms.is_some_and(|terms| terms.limited != LimitedPolicy::Refused);
        !has(Authority::Sole) && (has(Authority::Joint) || has(Authority::Limited) && limited_can)
    }

    /// Adds an issue at each representative whose authority is not enough.
    pub(super) fn check(&self, draft: &Draft, terms: &LevelOffer, issues: &mut Issues) {
        let authority = |row: usize| Place::row(Question::RepresentativeAuthority, row);
        let joint = rows_with(draft, Authority::Joint);
        let limited = rows_with(draft, Authority::Limited);
        match self.reason {
            SignReason::Insufficient => {
                for row in limited {
                    issues.add_with(authority(row), Rule::LimitedNotAllowed, terms.level.code());
                }
            }
            SignReason::Joint if joint.len() < 2 => {
                for row in joint {
                    issues.add(authority(row), Rule::JointNeedsTwo);
                }
            }
            SignReason::Limited if limited.len() < 2 => {
                for row in limited {
                    issues.add_with(authority(row), Rule::LimitedNeedsMore, "2");
                }
            }
            _ => {}
        }
        if self.rows.len() < self.needed
            && let Some(row) = self.entitled.first()
        {
            let place = Place::row(Question::RepresentativeSigns, *row);
            issues.add_with(place, Rule::SignatoriesTooFew, self.needed.to_string());
        }
    }
}

fn rows_with(draft: &Draft, authority: Authority) -> Vec<usize> {
    let rows = draft.representatives.iter().enumerate();
    rows.filter(|(_, representative)| representative.authority() == Some(authority)).map(|(row, _)| row).collect()
}
