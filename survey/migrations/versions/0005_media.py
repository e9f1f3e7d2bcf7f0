"""Pictures and audio issued with an instrument"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "instrument_media",
        sa.Column("instrument", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=20), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["blob"], ["blob.sha256"], name=op.f("fk_instrument_media_blob")),
        sa.ForeignKeyConstraint(
            ["instrument"], ["instrument_version.fingerprint"], name=op.f("fk_instrument_media_instrument")
        ),
        sa.PrimaryKeyConstraint("instrument", "name", name=op.f("pk_instrument_media")),
    )


def downgrade() -> None:
    op.drop_table("instrument_media")
