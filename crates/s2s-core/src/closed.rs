//! Enums of a few words, each declared once: the Rust enum, the words in JSON, and the description from which other languages have theirs.

use crate::provider::record::Choice;

/// An enum of a few words, as it is declared.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Closed {
    /// The name of the enum.
    pub name: &'static str,
    /// Its documentation: lines of Markdown.
    pub doc: &'static [&'static str],
    /// Its words.
    pub words: &'static [Choice],
}

macro_rules! closed {
    ($(#[doc = $doc:literal])* pub enum $closed:ident { $($(#[doc = $about:literal])* $variant:ident = $word:literal;)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $closed {
            $($(#[doc = $about])* $variant,)*
        }

        impl $closed {
            /// Every one there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub(crate) const CLOSED: $crate::closed::Closed = $crate::closed::Closed {
                name: stringify!($closed),
                doc: &[$($doc),*],
                words: &[$($crate::provider::record::Choice { name: $word, doc: &[$($about),*], is_default: false }),*],
            };

            /// The word in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl ::std::fmt::Display for $closed {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use closed;
