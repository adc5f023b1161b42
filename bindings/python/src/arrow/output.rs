//! Columns of results.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{Array, ArrayRef, ListArray, RecordBatch, StructArray, make_array};
use arrow_buffer::OffsetBuffer;
use arrow_data::transform::MutableArrayData;
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Fields};
use s2s_core::Issue;

/// A column of lists of structs of texts.
pub(super) struct Lists<const N: usize> {
    lengths: Vec<usize>,
    members: [StringBuilder; N],
}

impl<const N: usize> Lists<N> {
    pub(super) fn new() -> Self {
        Self { lengths: Vec::new(), members: std::array::from_fn(|_| StringBuilder::new()) }
    }

    /// Appends the list of a row.
    pub(super) fn push<'t>(&mut self, items: impl Iterator<Item = [&'t str; N]>) {
        let mut length = 0;
        for item in items {
            length += 1;
            for (member, text) in self.members.iter_mut().zip(item) {
                member.append_value(text);
            }
        }
        self.lengths.push(length);
    }

    /// The column, with the type that [`lists`] has for these names.
    pub(super) fn finish(&mut self, names: [&str; N]) -> Result<ArrayRef, ArrowError> {
        let (fields, item) = parts(names);
        let offsets = OffsetBuffer::from_lengths(std::mem::take(&mut self.lengths));
        let members = self.members.iter_mut().map(|member| Arc::new(member.finish()) as ArrayRef).collect();
        let items = StructArray::try_new(fields, members, None)?;
        Ok(Arc::new(ListArray::try_new(item, offsets, Arc::new(items), None)?))
    }
}

fn parts<const N: usize>(names: [&str; N]) -> (Fields, FieldRef) {
    let fields: Fields = names.iter().map(|name| Field::new(*name, DataType::Utf8, false)).collect();
    let item = Arc::new(Field::new("item", DataType::Struct(fields.clone()), false));
    (fields, item)
}

/// The field of a column of lists of structs of texts.
pub(super) fn lists<const N: usize>(name: &str, names: [&str; N]) -> Field {
    Field::new(name, DataType::List(parts(names).1), false)
}

/// The members of an issue.
pub(super) const ISSUE: [&str; 3] = ["path", "code", "message"];

/// An issue as the members of a list of [`ISSUE`].
pub(super) fn issue(issue: &Issue) -> [&str; 3] {
    [issue.path(), issue.code().as_str(), issue.message()]
}

/// Cells of a column at these rows, which ascend.
pub(super) fn taken(array: &ArrayRef, rows: &[usize]) -> Result<ArrayRef, ArrowError> {
    if let (Some(first), Some(last)) = (rows.first(), rows.last())
        && last - first + 1 == rows.len()
        && rows.is_sorted_by(|one, next| one < next)
    {
        return Ok(array.slice(*first, rows.len()));
    }
    let data = array.to_data();
    let mut cells = MutableArrayData::new(vec![&data], false, rows.len());
    for row in rows {
        cells.try_extend(0, *row, row + 1)?;
    }
    Ok(make_array(cells.freeze()))
}

/// Columns of a table that pass into the result as they are.
#[derive(Clone, Default)]
pub(super) struct Kept(pub(super) Vec<String>);

impl Kept {
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|kept| kept == name)
    }

    /// Appends the columns at these rows.
    pub(super) fn append(&self, batch: &RecordBatch, rows: &[usize], columns: &mut Vec<ArrayRef>) -> Result<(), ArrowError> {
        for name in &self.0 {
            let array =
                batch.column_by_name(name).ok_or_else(|| ArrowError::SchemaError("a batch has other columns than its table".to_owned()))?;
            columns.push(taken(array, rows)?);
        }
        Ok(())
    }
}
