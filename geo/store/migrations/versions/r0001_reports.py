"""Reports, their copies, and what was read in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _make_reports()
    _make_readings()


def _make_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("sha256", name="uq_reports_sha256"),
        sa.UniqueConstraint("name", name="uq_reports_name"),
    )
    op.create_table(
        "copies",
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("original_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_copies"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_copies_report_id"),
        sa.ForeignKeyConstraint(["original_id"], ["reports.id"], name="fk_copies_original_id"),
    )


def _make_readings() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("gazetteer", sa.Text, nullable=False),
        sa.Column("profile", sa.Text, nullable=False),
        sa.Column("started_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report_id", sa.Integer, nullable=False),
        sa.Column("run_id", sa.Integer, nullable=False),
        sa.Column("problem", sa.Text),
        sa.Column("unplaced", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_readings_report_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_readings_run_id"),
        sa.UniqueConstraint("report_id", "run_id", name="uq_readings_report_id"),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("reading_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_claims_reading_id"),
        sa.UniqueConstraint("reading_id", "number", name="uq_claims_reading_id"),
    )
    op.create_index("ix_claims_key", "claims", ["key"])
