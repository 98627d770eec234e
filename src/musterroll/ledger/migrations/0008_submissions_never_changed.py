"""Submissions and their steps are appended only, as cases are: the database refuses to change or delete a row."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

APPENDED = ("submission", "submission_event")
SQLITE = """
CREATE TRIGGER ledger_{table}_no_{deed} BEFORE {deed} ON ledger_{table}
BEGIN SELECT RAISE(ABORT, 'ledger_{table} is never changed'); END
"""
POSTGRESQL = """
CREATE TRIGGER ledger_{table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_{table}
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()
"""


def forbid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers."""
    server = editor.connection.vendor == "postgresql"
    for table in APPENDED:
        for deed in ("UPDATE", "DELETE") if not server else ("",):
            editor.execute((POSTGRESQL if server else SQLITE).format(table=table, deed=deed), params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0007_submissions")]
    operations = [migrations.RunPython(forbid)]
