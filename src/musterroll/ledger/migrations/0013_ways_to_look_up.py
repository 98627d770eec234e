"""Findings of a force and a place in the order of their lists, claims by their sentence, links by type of claim."""

import django.db.models.deletion
from django.db import migrations, models

SENTENCES = """
UPDATE ledger_linking SET sentence_id = (
    SELECT told.id FROM ledger_claim AS claim
    JOIN ledger_sentence AS told ON told.report_id = claim.report_id AND told.place = claim.sentence
    WHERE claim.id = ledger_linking.claim_id
)
"""

TYPES = """
UPDATE ledger_link SET type = (
    SELECT linking.type FROM ledger_linking AS linking WHERE linking.claim_id = ledger_link.claim_id
)
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0012_log")]
    operations = [
        migrations.AlterField("findingrow", "force", models.CharField(max_length=200)),
        migrations.AlterField("findingrow", "place", models.CharField(max_length=200)),
        migrations.AddIndex("findingrow", models.Index(fields=["force", "last", "id"], name="finding_by_force")),
        migrations.AddIndex("findingrow", models.Index(fields=["place", "last", "id"], name="finding_by_place")),
        migrations.AddField(
            "linkingrow",
            "sentence",
            models.ForeignKey(
                to="ledger.sentencerow", on_delete=django.db.models.deletion.PROTECT, null=True, related_name="+",
                db_index=False,
            ),
        ),
        migrations.RunSQL(SENTENCES, migrations.RunSQL.noop),
        migrations.AddIndex(
            "linkingrow", models.Index(fields=["sentence", "day", "claim"], name="linking_by_sentence")
        ),
        migrations.AddField("linkrow", "type", models.CharField(max_length=20, null=True)),
        migrations.RunSQL(TYPES, migrations.RunSQL.noop),
        migrations.RemoveIndex("linkrow", "link_by_target"),
        migrations.AddIndex(
            "linkrow", models.Index(fields=["kind", "target", "type", "claim"], name="link_by_target_and_type")
        ),
    ]  # fmt: skip
