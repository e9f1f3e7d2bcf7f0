"""Decisions that issue instruments, errata of waves"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "instrument_decision",
        sa.Column("instrument", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=False),
        sa.Column("decided", sa.Date(), nullable=False),
        sa.Column("issuer", sa.String(length=200), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("replaces", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["instrument"], ["instrument_version.fingerprint"], name=op.f("fk_instrument_decision_instrument")
        ),
        sa.ForeignKeyConstraint(
            ["replaces"], ["instrument_version.fingerprint"], name=op.f("fk_instrument_decision_replaces")
        ),
        sa.PrimaryKeyConstraint("instrument", name=op.f("pk_instrument_decision")),
        sa.UniqueConstraint("replaces", name=op.f("uq_instrument_decision_replaces")),
    )
    op.create_table(
        "wave_erratum",
        sa.Column("wave", sa.Uuid(), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("after", sa.String(length=64), nullable=False),
        sa.Column("corrected", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["after"], ["instrument_version.fingerprint"], name=op.f("fk_wave_erratum_after")),
        sa.ForeignKeyConstraint(["before"], ["instrument_version.fingerprint"], name=op.f("fk_wave_erratum_before")),
        sa.ForeignKeyConstraint(["wave"], ["wave.id"], name=op.f("fk_wave_erratum_wave")),
        sa.PrimaryKeyConstraint("wave", "before", name=op.f("pk_wave_erratum")),
        sa.UniqueConstraint("wave", "after", name=op.f("uq_wave_erratum_wave_after")),
    )


def downgrade() -> None:
    op.drop_table("wave_erratum")
    op.drop_table("instrument_decision")
