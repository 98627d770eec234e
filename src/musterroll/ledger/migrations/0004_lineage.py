"""How far a change reaches: imprints, buckets, touches, and what has changed since things were last derived."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def derive_all(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Have a ledger that has reports derived anew: it does not know yet how far a change of them reaches."""
    if apps.get_model("ledger", "ReportRow").objects.using(editor.connection.alias).exists():
        apps.get_model("ledger", "ChangeRow").objects.using(editor.connection.alias).create(kind="all", subject="")


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0003_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="BucketRow",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="bucket",
                        serialize=False,
                        to="ledger.claimrow",
                    ),
                ),
                ("bucket", models.CharField(db_index=True, max_length=40)),
            ],
            options={
                "db_table": "ledger_bucket",
            },
        ),
        migrations.CreateModel(
            name="ImprintRow",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="imprint",
                        serialize=False,
                        to="ledger.reportrow",
                    ),
                ),
                ("record", models.TextField()),
            ],
            options={
                "db_table": "ledger_imprint",
            },
        ),
        migrations.CreateModel(
            name="ChangeRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("subject", models.CharField(max_length=200)),
            ],
            options={
                "db_table": "ledger_change",
                "constraints": [models.UniqueConstraint(fields=("kind", "subject"), name="one_change_a_subject")],
            },
        ),
        migrations.CreateModel(
            name="TouchRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("commitment", models.CharField(db_index=True, max_length=200)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="touches", to="ledger.claimrow"
                    ),
                ),
            ],
            options={
                "db_table": "ledger_touch",
                "constraints": [models.UniqueConstraint(fields=("claim", "commitment"), name="one_touch_a_commitment")],
            },
        ),
        migrations.RunPython(derive_all),
    ]
