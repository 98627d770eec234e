"""Full text over sentences and titles: FTS5 in SQLite, a text search vector with its index in PostgreSQL."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    "CREATE VIRTUAL TABLE ledger_words USING fts5(words, content='ledger_sentence', content_rowid='id',"
    " tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER ledger_sentence_words AFTER INSERT ON ledger_sentence"
    " BEGIN INSERT INTO ledger_words(rowid, words) VALUES (new.id, new.words); END",
    "INSERT INTO ledger_words(ledger_words) VALUES ('rebuild')",
)
POSTGRESQL = (
    "ALTER TABLE ledger_sentence ADD COLUMN found tsvector GENERATED ALWAYS AS (to_tsvector('english', words)) STORED",
    "CREATE INDEX ledger_sentence_found ON ledger_sentence USING gin (found)",
)


def index_words(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Index what is there, and have every row indexed that comes."""
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_never_changed")]
    operations = [migrations.RunPython(index_words)]
