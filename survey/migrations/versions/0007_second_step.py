"""A second step of signing in, passwords to be changed"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "code_device",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("secret", sa.String(length=200), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.number"], name=op.f("fk_code_device_account")),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_code_device")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.number"], name=op.f("fk_recovery_code_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
        sa.UniqueConstraint("hash", name=op.f("uq_recovery_code_hash")),
    )
    # Whoever is signed in signs in again: a session without the new columns says nothing of how it began.
    op.execute(sa.text("DELETE FROM sign_in"))
    # Added in place: rebuilding the table of accounts would lose that their numbers are never given again.
    op.add_column("sign_in", sa.Column("browser", sa.String(length=60), nullable=False, server_default=""))
    for table, column in (("sign_in", "waiting"), ("sign_in", "strong"), ("account", "password_due")):
        op.add_column(table, sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    for table, column in (("account", "password_due"), ("sign_in", "strong"), ("sign_in", "waiting")):
        op.drop_column(table, column)
    op.drop_column("sign_in", "browser")
    op.drop_table("recovery_code")
    op.drop_table("code_device")
