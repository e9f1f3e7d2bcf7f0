"""In what form a result is made public, and by which decision"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("publication", sa.Column("form", sa.String(length=12), server_default="full", nullable=False))
    op.add_column("publication", sa.Column("form_first", sa.Integer(), nullable=True))
    op.add_column("publication", sa.Column("form_decision", sa.String(length=60), nullable=True))


def downgrade() -> None:
    for column in ("form_decision", "form_first", "form"):
        op.drop_column("publication", column)
