//! Who must sign, derived from the authority of the representatives and from what the offer requires at this level for
//! joint and limited authority.
//!
//! A representative with sole authority signs alone. For the others suppliers differ: some require all, some the
//! majority, some two.

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
    /// All have limited authority, which is enough at this level if several sign.
    Limited,
    /// The articles of association allow them to sign.
    Articles,
}

impl Signatories {
    /// Determines who must sign.
    ///
    /// Sole authority comes first, with the user before others; then joint authority; limited authority counts only
    /// when nobody has more.
    pub fn of(draft: &Draft, facts: &Facts, terms: Option<&LevelOffer>) -> Self {
        let unknown = Self { rows: Vec::new(), reason: SignReason::Unknown };
        let Some(terms) = terms else { return unknown };
        let sole = rows_with(draft, Authority::Sole);
        let user = |row: &&usize| draft.representative(**row).is_some_and(|one| one.is_user == Some(true));
        if let Some(row) = sole.iter().find(user).or(sole.first()) {
            return Self { rows: vec![*row], reason: SignReason::Sole };
        }
        if draft.representatives.iter().any(|representative| representative.authority.is_none()) {
            return unknown;
        }
        let joint = rows_with(draft, Authority::Joint);
        let limited = rows_with(draft, Authority::Limited);
        let can_be_fewer = facts.offer.articles_prove_fewer && Self::are_several(draft, Some(terms));
        if can_be_fewer && draft.authority_proof.fewer_suffice == Some(true) {
            let rows = if terms.limited == LimitedPolicy::Refused {
                joint
            } else {
                (0..draft.representatives.len()).collect()
            };
            return Self { rows, reason: SignReason::Articles };
        }
        let majority = |rows: Vec<usize>| {
            let enough = (rows.len() / 2 + 1).max(2);
            let (first, others) = rows.split_at(enough.min(rows.len()));
            let mut chosen = first.to_vec();
            if !first.iter().any(|row| user(&row))
                && let Some(row) = others.iter().find(user)
            {
                chosen.pop();
                chosen.push(*row);
            }
            chosen
        };
        match (joint.is_empty(), terms.joint, terms.limited) {
            (false, JointPolicy::All, _) => Self { rows: joint, reason: SignReason::Joint },
            (false, JointPolicy::Majority, _) => Self { rows: majority(joint), reason: SignReason::Joint },
            (true, _, LimitedPolicy::Refused) if limited.is_empty() => unknown,
            (true, _, LimitedPolicy::Refused) => Self { reason: SignReason::Insufficient, ..unknown },
            (true, _, LimitedPolicy::All) => Self { rows: limited, reason: SignReason::Limited },
            (true, _, LimitedPolicy::Majority) => Self { rows: majority(limited), reason: SignReason::Limited },
            (true, _, LimitedPolicy::AtLeastTwo) => {
                Self { rows: limited.into_iter().take(2).collect(), reason: SignReason::Limited }
            }
        }
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
            SignReason::Joint if self.rows.len() < 2 => {
                for row in joint {
                    issues.add(authority(row), Rule::JointNeedsTwo);
                }
            }
            SignReason::Limited if self.rows.len() < 2 => {
                for row in limited {
                    issues.add_with(authority(row), Rule::LimitedNeedsMore, "2");
                }
            }
            _ => {}
        }
    }
}

fn rows_with(draft: &Draft, authority: Authority) -> Vec<usize> {
    let rows = draft.representatives.iter().enumerate();
    rows.filter(|(_, representative)| representative.authority == Some(authority)).map(|(row, _)| row).collect()
}
