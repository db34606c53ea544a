"""The tables of a workspace.

JSON is kept as text in ASCII and reports' texts as UTF-8 bytes: both databases then hold every code point that a report
may have, U+0000 and lone surrogates too.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

# A report as it came. `name` is the report's id in this workspace; `details` holds its other fields as JSON.
reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    Column("raw", LargeBinary, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("details", Text, nullable=False),
    Column("added_at", Text, nullable=False),
)

# Which report repeats which: every report once compared has a row, an original its own.
copies = Table(
    "copies",
    metadata,
    Column("report_id", ForeignKey("reports.id"), primary_key=True),
    Column("original_id", ForeignKey("reports.id"), nullable=False),
)

# A change of rules, gazetteer or profile begins a run.
runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rules", Text, nullable=False),
    Column("gazetteer", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("started_at", Text, nullable=False),
)

# One report read in one run; that of the latest run is what counts.
readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("reports.id"), nullable=False),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("problem", Text),
    Column("unplaced", Text, nullable=False),
    Column("choice", Text),
    UniqueConstraint("report_id", "run_id"),
)

# What a reading found. `key` names a claim over all runs (see `geo.store.review.key`).
claims = Table(
    "claims",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", Text, nullable=False, index=True),
    Column("record", Text, nullable=False),
    UniqueConstraint("reading_id", "number"),
)

# What people decided: only ever added to, each row hashing the one before.
decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False, index=True),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)
