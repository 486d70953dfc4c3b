"""Reads an exported file with pandas, polars, DuckDB and pyarrow, and prints the types and values that each has, as JSON."""

import datetime
import json
import math
import sys

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet

path = sys.argv[1]
is_parquet = path.endswith('.parquet')


def plain(value):
    if value is None or value is pandas.NaT or value is pandas.NA:
        return None
    if hasattr(value, 'tolist') and not isinstance(value, (str, bytes)):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, float):
        return 'NaN' if math.isnan(value) else value
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
    return value


def answer(types, columns):
    return {
        'types': {name: str(type_) for name, type_ in types},
        'values': {name: [plain(one) for one in values] for name, values in columns},
    }


table = pyarrow.parquet.read_table(path) if is_parquet else pyarrow.ipc.open_file(path).read_all()
frame = pandas.read_parquet(path) if is_parquet else pandas.read_feather(path)
lazy = polars.read_parquet(path) if is_parquet else polars.read_ipc(path)
connection = duckdb.connect()
connection.execute("SET TimeZone = 'UTC'")
relation = connection.sql(f"SELECT * FROM '{path}'" if is_parquet else 'SELECT * FROM "table"')
rows = relation.fetchall()

print(
    json.dumps(
        {
            'pyarrow': answer(
                ((field.name, field.type) for field in table.schema),
                ((name, table.column(name).to_pylist()) for name in table.column_names),
            ),
            'pandas': answer(frame.dtypes.items(), ((name, list(frame[name])) for name in frame.columns)),
            'polars': answer(lazy.schema.items(), ((name, lazy[name].to_list()) for name in lazy.columns)),
            'duckdb': answer(
                zip(relation.columns, relation.types),
                ((name, [row[at] for row in rows]) for at, name in enumerate(relation.columns)),
            ),
        }
    )
)
