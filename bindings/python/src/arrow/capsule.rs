//! Arrow streams of Python: what has `__arrow_c_stream__` becomes a reader, and a reader becomes a capsule.
//!
//! The protocol: <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>.

use std::ffi::CStr;

use arrow_array::RecordBatchReader;
use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_schema::{ArrowError, Schema};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";

/// Opens the stream of a table. It takes the stream out of its capsule, so the table's library may not read it any more.
#[expect(unsafe_code, reason = "a capsule holds a pointer to a struct of C")]
pub(super) fn import(table: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    let name = intern!(table.py(), "__arrow_c_stream__");
    if !table.hasattr(name)? {
        let message =
            "expected a table with `__arrow_c_stream__`, such as one of pyarrow, polars, pandas or duckdb; a lazy one is collected first";
        return Err(PyTypeError::new_err(message));
    }
    let capsule = table.call_method0(name)?;
    let capsule = capsule.cast::<PyCapsule>().map_err(|_| PyTypeError::new_err("`__arrow_c_stream__` must return a capsule"))?;
    let stream = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: By the protocol, a capsule of this name holds a pointer to a valid `ArrowArrayStream`; the name was checked. The capsule was made
    // for this call and is alive, and nothing else reads it. `from_raw` moves the stream out and leaves a released one in its place, so that
    // the capsule's destructor does not release it a second time.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) };
    // A stream that was taken out before has no callback any more.
    if stream.release().is_none() {
        return Err(PyValueError::new_err("the stream of this table was read already"));
    }
    RecordBatchStreamReader::try_new(stream).map_err(|error| failed(&error))
}

/// The capsule of a stream that Python reads.
pub(super) fn export(py: Python<'_>, reader: Box<dyn RecordBatchReader + Send>) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(reader), STREAM)
}

/// The capsule of a schema.
pub(super) fn export_schema<'py>(py: Python<'py>, schema: &Schema) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowSchema::try_from(schema).map_err(|error| failed(&error))?, SCHEMA)
}

/// What a failure of a stream is raised as.
pub(super) fn failed(error: &ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
