"""Hard figures of a wave, figures published before"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hard_file",
        sa.Column("wave", sa.Uuid(), nullable=False),
        sa.Column("template", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=False),
        sa.Column("period", sa.String(length=100), nullable=False),
        sa.Column("prepared_by", sa.Integer(), nullable=False),
        sa.Column("prepared_role", sa.String(length=20), nullable=False),
        sa.Column("prepared", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["blob"], ["blob.sha256"], name=op.f("fk_hard_file_blob")),
        sa.ForeignKeyConstraint(["prepared_by"], ["account.number"], name=op.f("fk_hard_file_prepared_by")),
        sa.ForeignKeyConstraint(["wave"], ["wave.id"], name=op.f("fk_hard_file_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hard_file")),
        sa.UniqueConstraint("wave", "template", "number", name=op.f("uq_hard_file_wave_template_number")),
    )
    op.create_table(
        "hard_confirmation",
        sa.Column("file", sa.Uuid(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("confirmed", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.number"], name=op.f("fk_hard_confirmation_account")),
        sa.ForeignKeyConstraint(["file"], ["hard_file.id"], name=op.f("fk_hard_confirmation_file")),
        sa.PrimaryKeyConstraint("file", name=op.f("pk_hard_confirmation")),
    )
    op.create_table(
        "hard_value",
        sa.Column("file", sa.Uuid(), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column("figure", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=True),
        sa.Column("denominator", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["file"], ["hard_file.id"], name=op.f("fk_hard_value_file")),
        sa.PrimaryKeyConstraint("file", "unit", "figure", name=op.f("pk_hard_value")),
    )
    op.create_table(
        "history_file",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("prepared_by", sa.Integer(), nullable=False),
        sa.Column("prepared_role", sa.String(length=20), nullable=False),
        sa.Column("prepared", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["blob"], ["blob.sha256"], name=op.f("fk_history_file_blob")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_history_file_organisation_id")),
        sa.ForeignKeyConstraint(["prepared_by"], ["account.number"], name=op.f("fk_history_file_prepared_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_file")),
        sa.UniqueConstraint("organisation_id", "number", name=op.f("uq_history_file_organisation_id_number")),
    )
    op.create_table(
        "history_confirmation",
        sa.Column("file", sa.Uuid(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("confirmed", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.number"], name=op.f("fk_history_confirmation_account")),
        sa.ForeignKeyConstraint(["file"], ["history_file.id"], name=op.f("fk_history_confirmation_file")),
        sa.PrimaryKeyConstraint("file", name=op.f("pk_history_confirmation")),
    )
    op.create_table(
        "history_figure",
        sa.Column("file", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("unit_from", sa.Date(), nullable=True),
        sa.Column("unit_name", sa.String(length=200), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("rank_of", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=400), nullable=False),
        sa.Column("method_note", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["file"], ["history_file.id"], name=op.f("fk_history_figure_file")),
        sa.ForeignKeyConstraint(
            ["unit", "unit_from"],
            ["register_row.code", "register_row.valid_from"],
            name=op.f("fk_history_figure_unit_unit_from"),
        ),
        sa.PrimaryKeyConstraint("file", "row", name=op.f("pk_history_figure")),
    )


def downgrade() -> None:
    for table in (
        "history_figure",
        "history_confirmation",
        "history_file",
        "hard_value",
        "hard_confirmation",
        "hard_file",
    ):
        op.drop_table(table)
