"""The findings of a force and of a place in the order in which lists have them, so that none is walked in vain."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0010_relations")]
    operations = [
        migrations.AlterField("findingrow", "force", models.CharField(max_length=200)),
        migrations.AlterField("findingrow", "place", models.CharField(max_length=200)),
        migrations.AddIndex("findingrow", models.Index(fields=["force", "last", "id"], name="finding_by_force")),
        migrations.AddIndex("findingrow", models.Index(fields=["place", "last", "id"], name="finding_by_place")),
    ]
