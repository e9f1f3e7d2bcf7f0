"""Goalposts that a decision fixed from earlier waves"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wave_goalpost",
        sa.Column("wave", sa.Uuid(), nullable=False),
        sa.Column("indicator", sa.String(length=60), nullable=False),
        sa.Column("block", sa.String(length=40), nullable=False),
        sa.Column("lo", sa.Double(), nullable=False),
        sa.Column("hi", sa.Double(), nullable=False),
        sa.Column("source_waves", sa.String(length=1000), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("decision", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["wave"], ["wave.id"], name=op.f("fk_wave_goalpost_wave")),
        sa.PrimaryKeyConstraint("wave", "indicator", "block", name=op.f("pk_wave_goalpost")),
    )


def downgrade() -> None:
    op.drop_table("wave_goalpost")
