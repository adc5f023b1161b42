//! One declaration for each configuration, event and choice: the struct, its JSON form, its documentation and its description as data.

/// A configuration or a kind of event, as it is declared.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Record {
    /// The name of its type in languages where all types share one space, such as `AdjustEvent`.
    pub name: &'static str,
    /// Its documentation: lines of Markdown.
    pub doc: &'static [&'static str],
    /// Its fields, in the order of their declaration.
    pub fields: &'static [Field],
}

/// A field of a [`Record`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    /// The name in snake_case.
    pub name: &'static str,
    /// Its documentation: lines of Markdown.
    pub doc: &'static [&'static str],
    /// What it takes.
    pub of: Type,
    /// Whether nothing is built without it.
    pub is_required: bool,
    /// What counts where it is absent: the value of a text or of a whole number. That of a choice is marked among its choices.
    pub default: Option<&'static str>,
    /// The name that it is sent under, where that is another one.
    pub wire: Option<&'static str>,
}

/// What a field takes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Type {
    /// A text.
    Text,
    /// A decimal: a text or a number.
    Number,
    /// A point in time: RFC 3339, or an integer of Unix milliseconds.
    Time,
    /// A whole number.
    Integer,
    /// A truth value.
    Boolean,
    /// One of a few texts.
    Choice(&'static [Choice]),
    /// A map of texts, in the caller's order.
    Texts,
    /// A map of decimals, in the caller's order.
    Numbers,
    /// A map of any JSON, in the caller's order.
    Values,
    /// A map of records, in the caller's order.
    Records(&'static Record),
    /// A record.
    Record(&'static Record),
    /// A list of texts, of decimals or of records.
    List(&'static Type),
    /// Any JSON. `null` is absent.
    Json,
}

impl Type {
    /// The record inside of a value, or of each item of a list and each entry of a map.
    pub fn record(self) -> Option<&'static Record> {
        match self {
            Self::Record(record) | Self::Records(record) => Some(record),
            Self::List(item) => item.record(),
            _ => None,
        }
    }
}

impl Record {
    /// All records inside of this one, each once, and after those inside of it.
    pub fn nested(&self) -> Vec<&'static Record> {
        let mut nested = Vec::new();
        self.add_nested(&mut nested);
        nested
    }

    fn add_nested(&self, nested: &mut Vec<&'static Record>) {
        for record in self.fields.iter().filter_map(|field| field.of.record()) {
            record.add_nested(nested);
            if !nested.iter().any(|known| known.name == record.name) {
                nested.push(record);
            }
        }
    }

    /// The field of that name.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether it or a record inside of it has a field of that name.
    pub(crate) fn has_anywhere(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name || field.of.record().is_some_and(|record| record.has_anywhere(name)))
    }
}

/// One of the texts that a field takes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Choice {
    /// The text.
    pub name: &'static str,
    /// Its documentation: lines of Markdown.
    pub doc: &'static [&'static str],
    /// Whether it is the default.
    pub is_default: bool,
}

/// The lines of a declaration's documentation as one text.
pub fn documentation(doc: &[&str]) -> String {
    doc.iter().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect::<Vec<_>>().join("\n")
}

/// A type that a field can have.
pub(crate) trait Declares {
    const TYPE: Type;
}

/// A type whose field can have a default.
pub(crate) trait Defaulted {
    type Default;
}

impl Defaulted for String {
    type Default = &'static str;
}

impl Defaulted for i64 {
    type Default = i64;
}

/// The defaults of a record's fields, by their names: `Defaults::<Config>::base_url`.
pub(crate) struct Defaults<T>(std::marker::PhantomData<T>);

macro_rules! declares {
    ($($type:ty: $of:ident)*) => { $(impl Declares for $type { const TYPE: Type = Type::$of; })* };
}

declares! {
    String: Text
    bool: Boolean
    crate::secret::Secret: Text
    crate::value::Json: Json
    crate::value::Number: Number
    crate::value::Pairs<crate::value::Json>: Values
    crate::value::Pairs<crate::value::Number>: Numbers
    crate::value::Pairs<crate::value::Text>: Texts
    crate::value::Text: Text
    crate::value::Time: Time
    i64: Integer
}

impl<T: Declares> Declares for Vec<T> {
    const TYPE: Type = Type::List(&T::TYPE);
}

/// A struct that is read from JSON, and that is declared by [`record!`].
#[cfg(not(feature = "schema"))]
pub(crate) trait Declared: serde::de::DeserializeOwned {
    const RECORD: Record;
}

/// A struct that is read from JSON and described by a JSON Schema, and that is declared by [`record!`].
#[cfg(feature = "schema")]
pub(crate) trait Declared: serde::de::DeserializeOwned + schemars::JsonSchema {
    const RECORD: Record;
}

/// Whether a record has a field of that name.
pub(crate) fn has_field<T: Declared>(name: &str) -> bool {
    T::RECORD.field(name).is_some()
}

/// Declares a configuration, a kind of event, or a record inside of them, which is the type of a field by its name. Every field is optional, since what is required is a rule of building; `required` describes it.
/// `= LITERAL` is the field's default, which the code has from [`Defaults`], and `=> "NAME"` the name that it is sent under.
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $record:ident { $($fields:tt)* }) => {
        $crate::provider::record::record! {
            @ stringify!($record), [uniffi::export(Debug)], $(#[doc = $doc])* pub struct $record { $($fields)* }
        }
    };
    // An event can also be read without copying its texts: `$lent` is the trait of its fields, `$read` the struct that is read. So can the
    // records inside of it.
    ($(#[doc = $doc:literal])* pub struct $record:ident lends $lent:ident, $read:ident {
        $($(#[doc = $about:literal])* $field:ident: $type:ty $(, $required:ident)? $(= $default:literal)? $(=> $wire:literal)?;)*
    }) => {
        $crate::provider::record::record! {
            $(#[doc = $doc])*
            pub struct $record {
                $($(#[doc = $about])* $field: $type $(, $required)? $(= $default)? $(=> $wire)?;)*
            }
        }

        /// Its fields, owned or as it is read.
        pub(crate) trait $lent {
            $(fn $field(&self) -> Option<<$type as $crate::value::lend::Lend>::Ref<'_>>;)*
        }

        impl $lent for $record {
            $(fn $field(&self) -> Option<<$type as $crate::value::lend::Lend>::Ref<'_>> {
                self.$field.as_ref().map($crate::value::lend::Lend::lend)
            })*
        }

        /// It as it is read.
        #[derive(Default)]
        pub(crate) struct $read<'t> {
            $(pub(super) $field: Option<<$type as $crate::value::lend::Lend>::Read<'t>>,)*
        }

        impl $lent for $read<'_> {
            $(fn $field(&self) -> Option<<$type as $crate::value::lend::Lend>::Ref<'_>> {
                self.$field.as_ref().map(<$type as $crate::value::lend::Lend>::lend_read)
            })*
        }

        impl<'t> $crate::provider::read::ReadEvent<'t> for $read<'t> {
            const NAMES: &'static $crate::provider::read::Names = &$crate::provider::read::Names::new(&[$(stringify!($field)),*]);

            fn read<A: serde::de::MapAccess<'t>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error> {
                #[allow(non_camel_case_types, reason = "a field has one name")]
                enum Position { $($field),* }
                $(if field == Position::$field as usize {
                    return <$type as $crate::value::lend::Lend>::read(&mut self.$field, map);
                })*
                Err(serde::de::Error::custom("there is no such field"))
            }

            #[cfg(feature = "uniffi")]
            fn lift(from: &mut &'t [u8]) -> Option<Self> {
                Some(Self { $($field: $crate::value::lowered::optional(from, <$type as $crate::value::lend::Lend>::lift)?),* })
            }
        }

        impl<'t> serde::Deserialize<'t> for $read<'t> {
            fn deserialize<D: serde::Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::provider::read::nested(deserializer)
            }
        }

        impl $crate::value::lend::Lend for $record {
            type Ref<'e> = &'e (dyn $lent + 'e);
            type Read<'t> = $read<'t>;

            fn lend(&self) -> Self::Ref<'_> {
                self
            }

            fn lend_read<'e>(read: &'e $read<'_>) -> Self::Ref<'e> {
                read
            }

            #[cfg(feature = "uniffi")]
            fn lift<'t>(from: &mut &'t [u8]) -> Option<$read<'t>> {
                $crate::provider::read::ReadEvent::lift(from)
            }
        }
    };
    // UniFFI cannot export the `Debug` of a record that it renames, so a renamed record must hold no secret.
    ($(#[doc = $doc:literal])* pub struct $record:ident($foreign:literal) { $($fields:tt)* }) => {
        $crate::provider::record::record! {
            @ $foreign, [uniffi(name = $foreign)], $(#[doc = $doc])* pub struct $record { $($fields)* }
        }
    };
    (@ $foreign:expr, [$($uniffi:tt)*], $(#[doc = $doc:literal])* pub struct $record:ident {
        $($(#[doc = $about:literal])* $field:ident: $type:ty $(, $required:ident)? $(= $default:literal)? $(=> $wire:literal)?;)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Default, serde::Deserialize, bon::Builder)]
        #[builder(on(_, into))]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Record), $($uniffi)*)]
        #[non_exhaustive]
        pub struct $record {
            $(
                $(#[doc = $about])*
                $(#[cfg_attr(feature = "schema", schemars($required))])?
                #[cfg_attr(feature = "uniffi", uniffi(default))]
                pub $field: Option<$type>,
            )*
        }

        impl $crate::provider::record::Declared for $record {
            const RECORD: $crate::provider::record::Record = $crate::provider::record::Record {
                name: $foreign,
                doc: &[$($doc),*],
                fields: &[$($crate::provider::record::Field {
                    name: stringify!($field),
                    doc: &[$($about),*],
                    of: <$type as $crate::provider::record::Declares>::TYPE,
                    is_required: false $(|| $crate::provider::record::record!(@ $required))?,
                    default: $crate::provider::record::record!(@ optional $(concat!($default))?),
                    wire: $crate::provider::record::record!(@ optional $($wire)?),
                }),*],
            };
        }

        impl $crate::provider::record::Declares for $record {
            const TYPE: $crate::provider::record::Type =
                $crate::provider::record::Type::Record(&<$record as $crate::provider::record::Declared>::RECORD);
        }

        #[allow(non_upper_case_globals, reason = "a field has one name")]
        impl $crate::provider::record::Defaults<$record> {
            $($(pub(crate) const $field: <$type as $crate::provider::record::Defaulted>::Default = $default;)?)*
        }

        $crate::redacted_debug!($record);
    };
    (@ required) => { true };
    (@ optional $value:expr) => { Some($value) };
    (@ optional) => { None };
}
pub(crate) use record;

/// Declares the few texts that a field takes. `$foreign` is its name in languages where all types share one space. Where a text is the `default`,
/// the enum has one.
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $choice:ident($foreign:literal) {
        $($(#[doc = $about:literal])* $variant:ident = $name:literal $(, $default:ident)?;)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = $foreign))]
        pub enum $choice {
            $(
                $(#[doc = $about])*
                #[serde(rename = $name)]
                $variant,
            )*
        }

        impl $choice {
            /// All of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The text in the JSON form.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        $($($crate::provider::record::choice! { @ $default $choice $variant })?)*

        $crate::value::lend::copied! { $choice }

        impl $crate::provider::record::Declares for $choice {
            const TYPE: $crate::provider::record::Type = $crate::provider::record::Type::Choice(&[
                $($crate::provider::record::Choice {
                    name: $name,
                    doc: &[$($about),*],
                    is_default: false $(|| $crate::provider::record::choice!(@ $default))?,
                }),*
            ]);
        }
    };
    (@ default) => { true };
    (@ default $choice:ident $variant:ident) => {
        impl Default for $choice {
            fn default() -> Self {
                Self::$variant
            }
        }
    };
}
pub(crate) use choice;
