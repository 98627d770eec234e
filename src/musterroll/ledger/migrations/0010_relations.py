"""Relations between reports, appended only as judgements are: the database refuses to change or delete a row."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = """
CREATE TRIGGER ledger_relation_no_{deed} BEFORE {deed} ON ledger_relation
BEGIN SELECT RAISE(ABORT, 'ledger_relation is never changed'); END
"""
POSTGRESQL = """
CREATE TRIGGER ledger_relation_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_relation
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()
"""


def forbid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers."""
    server = editor.connection.vendor == "postgresql"
    for deed in ("UPDATE", "DELETE") if not server else ("",):
        editor.execute((POSTGRESQL if server else SQLITE).format(deed=deed), params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0009_orders")]
    operations = [
        migrations.CreateModel(
            name="RelationRow",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("id", models.CharField(max_length=200, unique=True)),
                ("first", models.CharField(max_length=200)),
                ("second", models.CharField(db_index=True, max_length=200)),
                ("record", models.TextField()),
            ],
            options={
                "db_table": "ledger_relation",
                "indexes": [models.Index(fields=["first", "second"], name="relation_by_reports")],
            },
        ),
        migrations.RunPython(forbid),
    ]
