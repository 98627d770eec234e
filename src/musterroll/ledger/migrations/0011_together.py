"""What workers must know together; authors who are told how it goes on; holds by when they turned."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0010_relations")]
    operations = [
        migrations.CreateModel(
            name="PassingRow",
            fields=[
                ("name", models.CharField(max_length=250, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("until", models.FloatField(db_index=True)),
            ],
            options={"db_table": "ledger_passing"},
        ),
        migrations.AddField("SenderRow", "updates", models.BooleanField(default=False)),
        migrations.AddField("SenderRow", "confirmed", models.BooleanField(default=False)),
        migrations.AddIndex("CaseEventRow", models.Index(fields=["kind", "case"], name="case_event_by_kind")),
    ]
