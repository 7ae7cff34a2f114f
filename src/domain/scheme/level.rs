//! The levels of assurance.

use crate::domain::rules::codes;

codes! {
    /// Level of assurance (*betrouwbaarheidsniveau*) that is still issued, from low to high.
    /// Source: https://www.eherkenning.nl/en/levels-of-assurance
    pub enum Level {
        /// Low, with a second factor.
        Eh2Plus = "EH2+",
        /// Substantial.
        Eh3 = "EH3",
        /// High.
        Eh4 = "EH4",
    }
}

impl Level {
    /// The only level for an organisation without KvK number.
    pub const WITHOUT_KVK_NUMBER: Self = Self::Eh3;

    /// Whether representatives and the authorisations manager are identified too, like the user.
    pub fn identifies_everyone(self) -> bool {
        self >= Self::Eh4
    }

    /// Whether a copy of the identity document is enough to identify the user.
    pub const fn is_identified_by_copy(self) -> bool {
        matches!(self, Self::Eh2Plus)
    }
}

codes! {
    /// Level that a service provider states, including those no longer issued.
    pub enum StatedLevel {
        /// Ended on 1 July 2021: https://www.security.nl/posting/699882/
        Eh1 = "EH1",
        /// Phased out because it has no second factor.
        Eh2 = "EH2",
        /// Low, with a second factor.
        Eh2Plus = "EH2+",
        /// Substantial.
        Eh3 = "EH3",
        /// High.
        Eh4 = "EH4",
    }
}

impl StatedLevel {
    /// The lowest level still issued that gives access to a service of this level.
    pub const fn issued(self) -> Level {
        match self {
            Self::Eh1 | Self::Eh2 | Self::Eh2Plus => Level::Eh2Plus,
            Self::Eh3 => Level::Eh3,
            Self::Eh4 => Level::Eh4,
        }
    }

    /// Whether this level is no longer issued.
    pub const fn has_ended(self) -> bool {
        matches!(self, Self::Eh1 | Self::Eh2)
    }

    /// Parses the URN of a level of assurance; `None` for any other text.
    /// Source: <https://github.com/maykinmedia/django-digid-eherkenning>
    pub fn from_urn(urn: &str) -> Option<Self> {
        match urn.trim().strip_prefix("urn:etoegang:core:assurance-class:")? {
            "loa1" => Some(Self::Eh1),
            "loa2" => Some(Self::Eh2),
            "loa2plus" => Some(Self::Eh2Plus),
            "loa3" => Some(Self::Eh3),
            "loa4" => Some(Self::Eh4),
            _ => None,
        }
    }
}
