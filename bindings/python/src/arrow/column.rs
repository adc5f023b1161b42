//! The columns of a batch, and what a cell of one is.

use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, DecimalType, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::types::{ByteArrayType, ByteViewType};
use arrow_array::{Array, BooleanArray, GenericByteArray, GenericByteViewArray, PrimitiveArray, RecordBatch};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Field, TimeUnit};
use s2s_core::Timestamp;

/// The canonical extension type of columns whose texts are JSON: <https://arrow.apache.org/docs/format/CanonicalExtensions.html#json>.
const JSON: &str = "arrow.json";

/// Whether the texts of a column are JSON.
pub(super) fn is_json(field: &Field) -> bool {
    field.extension_type_name() == Some(JSON)
}

/// A column of a batch, or one inside of another.
pub(super) struct Column<'a> {
    nulls: Option<&'a NullBuffer>,
    values: Values<'a>,
}

enum Values<'a> {
    /// Every value is null.
    Null,
    Bool(&'a BooleanArray),
    Integers(&'a dyn Integers),
    Float32(&'a PrimitiveArray<Float32Type>),
    Float64(&'a PrimitiveArray<Float64Type>),
    Decimals(&'a dyn Decimals),
    Texts(&'a dyn Texts),
    /// Texts that are JSON.
    Json(&'a dyn Texts),
    Bytes(&'a dyn Bytes),
    /// Days since the Unix epoch.
    Days(&'a dyn Integers, i64),
    /// Points in time, in this many units for each second.
    Times(&'a dyn Integers, i64),
    Dictionary(Vec<usize>, Box<Column<'a>>),
    Struct(Vec<(&'a str, Column<'a>)>),
    Map(Ranges<'a>, Box<Column<'a>>, Box<Column<'a>>),
    List(Ranges<'a>, Box<Column<'a>>),
    /// A type that was refused when the table was checked.
    Refused,
}

/// Where the items of each list are.
enum Ranges<'a> {
    Small(&'a [i32]),
    Large(&'a [i64]),
    Fixed(usize),
}

impl Ranges<'_> {
    fn get(&self, at: usize) -> Range<usize> {
        fn between<T: Copy + TryInto<usize>>(offsets: &[T], at: usize) -> Range<usize> {
            let offset = |at: usize| offsets.get(at).and_then(|offset| (*offset).try_into().ok()).unwrap_or_default();
            offset(at)..offset(at + 1)
        }
        match self {
            Self::Small(offsets) => between(offsets, at),
            Self::Large(offsets) => between(offsets, at),
            Self::Fixed(size) => size * at..size * (at + 1),
        }
    }
}

/// What a cell is.
pub(super) enum Cell<'a> {
    Null,
    Bool(bool),
    Text(&'a str),
    /// A text that is JSON.
    Json(&'a str),
    Bytes(&'a [u8]),
    Integer(i64),
    /// An integer beyond those of 64 bits with a sign.
    Digits(String),
    Float(Float),
    /// The digits of a decimal type.
    Decimal(String),
    Time(Moment),
    Date(i64),
    Struct(&'a [(&'a str, Column<'a>)], usize),
    Map(&'a Column<'a>, &'a Column<'a>, Range<usize>),
    List(&'a Column<'a>, Range<usize>),
    /// Of a type that was refused when the table was checked.
    Refused,
}

/// A binary float of either size.
#[derive(Clone, Copy)]
pub(super) enum Float {
    Single(f32),
    Double(f64),
}

impl Float {
    /// The shortest digits that are the same float.
    pub(super) fn digits(self) -> String {
        match self {
            Self::Single(value) if value.is_finite() => format!("{value:?}"),
            Self::Double(value) if value.is_finite() => format!("{value:?}"),
            _ => "NaN".to_owned(),
        }
    }

    /// The integer that it is, if it is one that every float up to it is exact for.
    pub(super) fn integer(self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        let value = match self {
            Self::Single(value) => f64::from(value),
            Self::Double(value) => value,
        };
        (value.fract() == 0.0 && value.abs() <= EXACT).then_some(value as i64)
    }
}

/// A point in time.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    units: i64,
    per_second: i64,
}

impl Moment {
    /// Milliseconds since the Unix epoch, truncated toward the past.
    pub(super) fn timestamp(self) -> Option<Timestamp> {
        let Self { units, per_second } = self;
        let millis = if per_second >= 1_000 { units.div_euclid(per_second / 1_000) } else { units.checked_mul(1_000 / per_second)? };
        Timestamp::from_unix_millis(millis)
    }

    /// RFC 3339 in UTC, with the digits of a fraction that the column's unit has, if there is one.
    pub(super) fn text(self) -> Option<String> {
        let Self { units, per_second } = self;
        let whole = Moment { units: units.div_euclid(per_second), per_second: 1 }.timestamp()?.to_string();
        let whole = whole.split_once('.').map_or(&*whole, |(whole, _)| whole);
        let (fraction, digits) = (units.rem_euclid(per_second), per_second.ilog10() as usize);
        Some(if fraction == 0 { format!("{whole}Z") } else { format!("{whole}.{fraction:0digits$}Z") })
    }
}

/// The text of a date, `2026-11-20`.
pub(super) fn date(days: i64) -> Option<String> {
    let text = Timestamp::from_unix_millis(days.checked_mul(86_400_000)?)?.to_string();
    text.split_once('T').map(|(date, _)| date.to_owned())
}

impl<'a> Column<'a> {
    /// The columns of a batch with their names.
    pub(super) fn all(batch: &'a RecordBatch) -> impl Iterator<Item = (&'a str, Self)> {
        batch
            .schema_ref()
            .fields()
            .iter()
            .zip(batch.columns())
            .map(|(field, array)| (field.name().as_str(), Self::of(array.as_ref(), field)))
    }

    fn of(array: &'a dyn Array, field: &Field) -> Self {
        let values = values(array, is_json(field)).unwrap_or(Values::Refused);
        Self { nulls: array.nulls(), values }
    }

    /// Whether a cell is absent.
    pub(super) fn is_null(&self, at: usize) -> bool {
        if self.nulls.is_some_and(|nulls| nulls.is_null(at)) {
            return true;
        }
        match &self.values {
            Values::Null => true,
            Values::Dictionary(keys, values) => keys.get(at).is_none_or(|at| values.is_null(*at)),
            _ => false,
        }
    }

    /// What a cell is.
    pub(super) fn cell(&'a self, at: usize) -> Cell<'a> {
        if self.nulls.is_some_and(|nulls| nulls.is_null(at)) {
            return Cell::Null;
        }
        match &self.values {
            Values::Null => Cell::Null,
            Values::Bool(array) => Cell::Bool(array.value(at)),
            Values::Integers(array) => {
                let value = array.wide(at);
                i64::try_from(value).map_or_else(|_| Cell::Digits(value.to_string()), Cell::Integer)
            }
            Values::Float32(array) => Cell::Float(Float::Single(array.value(at))),
            Values::Float64(array) => Cell::Float(Float::Double(array.value(at))),
            Values::Decimals(array) => Cell::Decimal(array.digits(at)),
            Values::Texts(array) => Cell::Text(array.text(at)),
            Values::Json(array) => Cell::Json(array.text(at)),
            Values::Bytes(array) => Cell::Bytes(array.bytes(at)),
            Values::Days(array, per_day) => Cell::Date(array.narrow(at).div_euclid(*per_day)),
            Values::Times(array, per_second) => Cell::Time(Moment { units: array.narrow(at), per_second: *per_second }),
            Values::Dictionary(keys, values) => keys.get(at).map_or(Cell::Null, |at| values.cell(*at)),
            Values::Struct(members) => Cell::Struct(members, at),
            Values::Map(ranges, keys, values) => Cell::Map(keys, values, ranges.get(at)),
            Values::List(ranges, items) => Cell::List(items, ranges.get(at)),
            Values::Refused => Cell::Refused,
        }
    }
}

/// The values of an array; nothing where its type is not one that is read.
fn values(array: &dyn Array, is_json: bool) -> Option<Values<'_>> {
    let texts = |texts| if is_json { Values::Json(texts) } else { Values::Texts(texts) };
    let boxed = |array, field| Box::new(Column::of(array, field));
    Some(match array.data_type() {
        DataType::Null => Values::Null,
        DataType::Boolean => Values::Bool(array.as_boolean_opt()?),
        DataType::Int8 => Values::Integers(array.as_primitive_opt::<Int8Type>()?),
        DataType::Int16 => Values::Integers(array.as_primitive_opt::<Int16Type>()?),
        DataType::Int32 => Values::Integers(array.as_primitive_opt::<Int32Type>()?),
        DataType::Int64 => Values::Integers(array.as_primitive_opt::<Int64Type>()?),
        DataType::UInt8 => Values::Integers(array.as_primitive_opt::<UInt8Type>()?),
        DataType::UInt16 => Values::Integers(array.as_primitive_opt::<UInt16Type>()?),
        DataType::UInt32 => Values::Integers(array.as_primitive_opt::<UInt32Type>()?),
        DataType::UInt64 => Values::Integers(array.as_primitive_opt::<UInt64Type>()?),
        DataType::Float32 => Values::Float32(array.as_primitive_opt()?),
        DataType::Float64 => Values::Float64(array.as_primitive_opt()?),
        DataType::Decimal32(..) => Values::Decimals(array.as_primitive_opt::<Decimal32Type>()?),
        DataType::Decimal64(..) => Values::Decimals(array.as_primitive_opt::<Decimal64Type>()?),
        DataType::Decimal128(..) => Values::Decimals(array.as_primitive_opt::<Decimal128Type>()?),
        DataType::Decimal256(..) => Values::Decimals(array.as_primitive_opt::<Decimal256Type>()?),
        DataType::Utf8 => texts(array.as_string_opt::<i32>()?),
        DataType::LargeUtf8 => texts(array.as_string_opt::<i64>()?),
        DataType::Utf8View => texts(array.as_string_view_opt()?),
        DataType::Binary => Values::Bytes(array.as_binary_opt::<i32>()?),
        DataType::LargeBinary => Values::Bytes(array.as_binary_opt::<i64>()?),
        DataType::BinaryView => Values::Bytes(array.as_binary_view_opt()?),
        DataType::Date32 => Values::Days(array.as_primitive_opt::<Date32Type>()?, 1),
        DataType::Date64 => Values::Days(array.as_primitive_opt::<Date64Type>()?, 86_400_000),
        DataType::Timestamp(TimeUnit::Second, _) => Values::Times(array.as_primitive_opt::<TimestampSecondType>()?, 1),
        DataType::Timestamp(TimeUnit::Millisecond, _) => Values::Times(array.as_primitive_opt::<TimestampMillisecondType>()?, 1_000),
        DataType::Timestamp(TimeUnit::Microsecond, _) => Values::Times(array.as_primitive_opt::<TimestampMicrosecondType>()?, 1_000_000),
        DataType::Timestamp(TimeUnit::Nanosecond, _) => Values::Times(array.as_primitive_opt::<TimestampNanosecondType>()?, 1_000_000_000),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary_opt()?;
            let values = dictionary.values().as_ref();
            // Without values there are no keys but null.
            let keys = if values.is_empty() { Vec::new() } else { dictionary.normalized_keys() };
            Values::Dictionary(keys, Box::new(Column { nulls: values.nulls(), values: self::values(values, is_json)? }))
        }
        DataType::Struct(fields) => {
            let columns = array.as_struct_opt()?.columns();
            Values::Struct(fields.iter().zip(columns).map(|(field, array)| (field.name().as_str(), Column::of(array, field))).collect())
        }
        DataType::Map(..) => {
            let map = array.as_map_opt()?;
            let (key, value) = map.entries_fields();
            Values::Map(Ranges::Small(map.value_offsets()), boxed(map.keys(), key), boxed(map.values(), value))
        }
        DataType::List(item) => {
            let list = array.as_list_opt::<i32>()?;
            Values::List(Ranges::Small(list.value_offsets()), boxed(list.values(), item))
        }
        DataType::LargeList(item) => {
            let list = array.as_list_opt::<i64>()?;
            Values::List(Ranges::Large(list.value_offsets()), boxed(list.values(), item))
        }
        DataType::FixedSizeList(item, size) => {
            let list = array.as_fixed_size_list_opt()?;
            Values::List(Ranges::Fixed(usize::try_from(*size).ok()?), boxed(list.values(), item))
        }
        _ => return None,
    })
}

/// Integers of any width.
trait Integers: Sync {
    fn wide(&self, at: usize) -> i128;

    /// For types of at most 64 bits with a sign.
    fn narrow(&self, at: usize) -> i64;
}

impl<T: ArrowPrimitiveType> Integers for PrimitiveArray<T>
where
    T::Native: Into<i128> + TryInto<i64>,
{
    fn wide(&self, at: usize) -> i128 {
        self.value(at).into()
    }

    fn narrow(&self, at: usize) -> i64 {
        self.value(at).try_into().unwrap_or(i64::MAX)
    }
}

/// Decimals of any width.
trait Decimals: Sync {
    /// Every digit, also zeros at the end.
    fn digits(&self, at: usize) -> String;
}

impl<T: DecimalType> Decimals for PrimitiveArray<T> {
    fn digits(&self, at: usize) -> String {
        self.value_as_string(at)
    }
}

/// Texts in any layout.
trait Texts: Sync {
    fn text(&self, at: usize) -> &str;
}

impl<T: ByteArrayType<Native = str>> Texts for GenericByteArray<T> {
    fn text(&self, at: usize) -> &str {
        self.value(at)
    }
}

impl<T: ByteViewType<Native = str>> Texts for GenericByteViewArray<T> {
    fn text(&self, at: usize) -> &str {
        self.value(at)
    }
}

/// Bytes in any layout.
trait Bytes: Sync {
    fn bytes(&self, at: usize) -> &[u8];
}

impl<T: ByteArrayType<Native = [u8]>> Bytes for GenericByteArray<T> {
    fn bytes(&self, at: usize) -> &[u8] {
        self.value(at)
    }
}

impl<T: ByteViewType<Native = [u8]>> Bytes for GenericByteViewArray<T> {
    fn bytes(&self, at: usize) -> &[u8] {
        self.value(at)
    }
}
