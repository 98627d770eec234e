"""Cases and lineage were made side by side: from here on there is one line of steps."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_lineage"), ("ledger", "0005_cases_never_changed")]
    operations = ()
