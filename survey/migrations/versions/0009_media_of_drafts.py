"""Pictures and audio sent for comment with a draft"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consultation_media",
        sa.Column("consultation", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=20), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["blob"], ["blob.sha256"], name=op.f("fk_consultation_media_blob")),
        sa.ForeignKeyConstraint(["consultation"], ["consultation.id"], name=op.f("fk_consultation_media_consultation")),
        sa.PrimaryKeyConstraint("consultation", "name", name=op.f("pk_consultation_media")),
    )


def downgrade() -> None:
    op.drop_table("consultation_media")
