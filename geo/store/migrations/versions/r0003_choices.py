"""The profile that a report took from the library, where each report takes the one that fits it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; what was read before says nothing of it."""
    op.add_column("readings", sa.Column("choice", sa.Text))
