"""An archive is made without importing pandas, which stays there for who asks for it."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
import pyarrow as pa
from geo.archive.arrow_alone import leave_pandas_out

finders = list(sys.meta_path)
leave_pandas_out()
assert pa.array(["a", None]).to_pylist() == ["a", None]
assert "pandas" not in sys.modules
assert sys.meta_path == finders

import pandas

assert pa.table({"a": [1, 2]}).to_pandas().equals(pandas.DataFrame({"a": [1, 2]}))
"""


def test_arrow_makes_columns_of_lists_without_pandas_and_tables_of_pandas_on_request() -> None:
    # In a process of its own: this one has imported pandas long ago.
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)  # noqa: S603 - ourselves
