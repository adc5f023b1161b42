//! Where in an event something is: whether a key there is the name of a field.

use crate::provider::record::{Record, Type};

/// A place in an object.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// A record: its keys are names of fields.
    Record(&'static Record),
    /// A list or a map of records.
    Records(&'static Record),
    /// Anything else.
    Other,
}

impl Place {
    /// The place of a value: that of a field by its name, of an item by its position, or of an entry by its key.
    pub(super) fn below(self, key: &str) -> Self {
        match self {
            Self::Record(record) => record.field(key).map_or(Self::Other, |field| Self::of(field.of)),
            Self::Records(record) => Self::Record(record),
            Self::Other => Self::Other,
        }
    }

    fn of(of: Type) -> Self {
        match of {
            Type::Record(record) => Self::Record(record),
            Type::Records(record) => Self::Records(record),
            Type::List(item) => item.record().map_or(Self::Other, Self::Records),
            _ => Self::Other,
        }
    }

    /// Whether fields can be inside.
    pub(super) fn has_fields(self) -> bool {
        !matches!(self, Self::Other)
    }
}
