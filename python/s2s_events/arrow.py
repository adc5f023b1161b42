"""Tables of events to tables of requests, and tables of responses to tables of outcomes.

    requests = pl.DataFrame(arrow.build_table(adjust, events, kind="event"))
    outcomes = pl.DataFrame(arrow.interpret_table(adjust, responses, kind="event"))

A table is anything with `__arrow_c_stream__`: of pyarrow, polars, pandas, duckdb and others. So is a result: pass it to
`pyarrow.table`, `polars.DataFrame` or `pandas.DataFrame.from_arrow`, or read it batch by batch with
`pyarrow.RecordBatchReader.from_stream`. It is built while it is read, on several threads and without the GIL, at most
8,192 rows per thread at a time, so that a table that streams is never in memory as a whole.

**Columns are fields.** A column has the name of a field, of the kind of event or of any kind of the provider, and a
type that the field takes. Fields inside of a field are a struct; parameters are a map or a struct. A null is an absent
field. Every other column, and every type that its field never takes, is an issue of one `ValidationError` before the
first row is read. `keep` names columns that pass into the result unchanged, such as the number of an order. The kind
of event is the argument `kind`, or a column of that name. Neutral events are for `Destinations`, and have no kind.

**Values.** Decimals keep every digit, and integers of any width are exact. A binary float counts by its shortest
digits, as everywhere in this package. A timestamp needs a time zone, and is written in UTC where a field keeps its
text. Bytes, times of day, durations and intervals are refused. Columns of the extension type `arrow.json` hold JSON.

**Rows.** The problems of a row are in its column `issues`; a row raises no exception. Reading a result raises one only
where the table itself cannot be read any further, or where `new_id` has raised one.
"""

from ._native import ArrowStream, build_rows, build_table, interpret_table

__all__ = ["ArrowStream", "build_rows", "build_table", "interpret_table"]
