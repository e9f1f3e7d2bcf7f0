"""Decisions that came back signed"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ADDED = (
    ("signed_by", sa.String(length=200)),
    ("signed_issuer", sa.String(length=200)),
    ("signed_trusted", sa.Boolean()),
)


def upgrade() -> None:
    with op.batch_alter_table("publication") as batch:
        for column, kind in ADDED:
            batch.add_column(sa.Column(column, kind, nullable=True))
        batch.add_column(sa.Column("signed_file", sa.String(length=64), nullable=True))
        batch.create_foreign_key(op.f("fk_publication_signed_file"), "blob", ["signed_file"], ["sha256"])


def downgrade() -> None:
    with op.batch_alter_table("publication") as batch:
        batch.drop_constraint(op.f("fk_publication_signed_file"), type_="foreignkey")
        batch.drop_column("signed_file")
        for column, _ in reversed(ADDED):
            batch.drop_column(column)
