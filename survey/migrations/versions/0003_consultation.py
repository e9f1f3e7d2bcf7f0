"""Consultation on drafts of instruments"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consultation",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("file", sa.String(length=64), nullable=False),
        sa.Column("opened", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["file"], ["blob.sha256"], name=op.f("fk_consultation_file")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_consultation_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
        sa.UniqueConstraint("code", name=op.f("uq_consultation_code")),
    )
    op.create_table(
        "consultation_comment",
        sa.Column("consultation", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.String(length=200), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=True),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("received", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.CheckConstraint("outcome IN ('accepted', 'explained')", name=op.f("ck_consultation_comment_outcome")),
        sa.ForeignKeyConstraint(
            ["consultation"], ["consultation.id"], name=op.f("fk_consultation_comment_consultation")
        ),
        sa.PrimaryKeyConstraint("consultation", "number", name=op.f("pk_consultation_comment")),
    )


def downgrade() -> None:
    op.drop_table("consultation_comment")
    op.drop_table("consultation")
