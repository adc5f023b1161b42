//! Addresses of the documentation site.

use crate::{Code, Issue};

/// The site's own address, as `site_url` in `mkdocs.yml`.
macro_rules! site {
    () => {
        "https://s2s-events.github.io/s2s-events/"
    };
}

impl Code {
    /// Address of the page that explains every code.
    pub const PAGE: &'static str = concat!(site!(), "issue-codes/");

    /// Address of the code's section of [`Code::PAGE`]: its meaning and an example.
    ///
    /// ```
    /// assert_eq!(s2s_core::Code::TooOld.url(), "https://s2s-events.github.io/s2s-events/issue-codes/#too_old");
    /// ```
    pub fn url(self) -> String {
        format!("{}#{self}", Self::PAGE)
    }
}

impl Issue {
    /// Address of the section that explains the issue's code: [`Code::url`].
    pub fn url(&self) -> String {
        self.code().url()
    }
}
