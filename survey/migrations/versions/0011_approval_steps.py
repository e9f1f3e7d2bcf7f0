"""Steps of approval with their papers, results sent back"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ADDED = (
    ("publication", "prepared", sa.Date()),
    ("publication", "decision_signer", sa.String(length=120)),
    ("approval", "paper_number", sa.String(length=60)),
    ("approval", "paper_day", sa.Date()),
    ("approval", "paper_signer", sa.String(length=120)),
    ("approval_step", "document", sa.String(length=120)),
)


def upgrade() -> None:
    for table, column, kind in ADDED:
        op.add_column(table, sa.Column(column, kind, nullable=True))
    op.add_column("publication", sa.Column("returned", sa.Boolean(), nullable=False, server_default=sa.false()))
    # The one step of every wave so far was called after what it is.
    for column, title in (("title_vi", "Phê duyệt"), ("title_en", "Approval")):
        op.add_column("approval_step", sa.Column(column, sa.String(length=80), nullable=False, server_default=title))
    with op.batch_alter_table("approval_step") as batch:
        batch.add_column(sa.Column("account", sa.Integer(), nullable=True))
        batch.create_foreign_key(op.f("fk_approval_step_account"), "account", ["account"], ["number"])
    op.create_table(
        "publication_return",
        sa.Column("publication", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.number"], name=op.f("fk_publication_return_account")),
        sa.ForeignKeyConstraint(["publication"], ["publication.id"], name=op.f("fk_publication_return_publication")),
        sa.PrimaryKeyConstraint("publication", "number", name=op.f("pk_publication_return")),
    )


def downgrade() -> None:
    op.drop_table("publication_return")
    with op.batch_alter_table("approval_step") as batch:
        batch.drop_constraint(op.f("fk_approval_step_account"), type_="foreignkey")
        batch.drop_column("account")
    for column in ("title_en", "title_vi"):
        op.drop_column("approval_step", column)
    op.drop_column("publication", "returned")
    for table, column, _ in reversed(ADDED):
        op.drop_column(table, column)
