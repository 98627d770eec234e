"""Findings by their size and by what speaks against them; what lists are narrowed to has its index."""

import json
from uuid import uuid4

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

INDEXES = {
    "size": ["size"],
    "heat": ["heat"],
    "type": ["type", "last"],
    "measure": ["measure", "last"],
    "grade": ["grade", "last"],
}


def weigh(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Give the findings that are there their size and heat."""
    table = apps.get_model("ledger", "FindingRow")
    for row in table.objects.only("id", "record", "high", "low", "reports").iterator(500):
        record = json.loads(row.record)
        open_ones = [one for one in record["contradictions"] if not one["resolved"]]
        against = len(record["denials"]) + sum(len(one["against"]) for one in open_ones)
        size = row.high if row.high is not None else row.low
        heat = 1000 * min(against, 1_000_000) + min(row.reports, 999)
        table.objects.filter(id=row.id).update(size=-1 if size is None else size, heat=heat)


def begin(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the first edition."""
    apps.get_model("ledger", "EditionRow").objects.get_or_create(key=1, defaults={"value": uuid4().hex})


class Migration(migrations.Migration):
    dependencies = [("ledger", "0008_submissions_never_changed")]
    operations = [
        migrations.CreateModel(
            "EditionRow",
            [("key", models.IntegerField(primary_key=True, serialize=False)), ("value", models.TextField())],
            {"db_table": "ledger_edition"},
        ),
        migrations.AddField("findingrow", "size", models.BigIntegerField(default=-1)),
        migrations.AddField("findingrow", "heat", models.IntegerField(default=0)),
        migrations.AlterField("chainrow", "origin", models.TextField(db_index=True)),
        *(
            migrations.AddIndex("findingrow", models.Index(fields=[*names, "id"], name=f"finding_by_{key}"))
            for key, names in INDEXES.items()
        ),
        migrations.RunPython(weigh, migrations.RunPython.noop),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
