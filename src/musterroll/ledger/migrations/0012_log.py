"""The public log in a table of its own, in the order in which things were done; claims whose force only words name."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

OUTCOME_OF_DEED = {
    "mend": "corrected", "reject": "withdrawn", "retract": "withdrawn", "reopen": "corrected", "restore": "corrected",
    "merge": "corrected", "part": "corrected",
}  # fmt: skip
ACTS = ("decide_case", "hold_case")
LOT = 200


def enter(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Enter the cases and judgements that are there, by their moments; of one moment, by their lines in the audit."""
    order = audited(apps)
    entries = sorted([*of_cases(apps, order), *alone(apps, order)], key=lambda entry: entry[0])
    table = apps.get_model("ledger", "LogRow")
    table.objects.bulk_create([table(**fields) for _, fields in entries], batch_size=LOT)


def audited(apps: StateApps) -> dict[str, int]:
    """Return the last line of the audit that tells of a judgement, or of a case's decision or hold."""
    lines = apps.get_model("ledger", "AuditRow").objects.order_by("row").values_list("row", "act", "subject", "detail")
    return {subject if act in ACTS else detail: row for row, act, subject, detail in lines.iterator()}


def of_cases(apps: StateApps, order: dict[str, int]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield the entries of cases, each with its place."""
    rows = apps.get_model("ledger", "CaseStandRow").objects.exclude(outcome="").select_related("case")
    for row in rows.iterator():
        case, number = row.case, row.case_id
        yield (row.logged, order.get(number, 0), 0), {
            "entry": number, "of_case": True, "at": row.logged,
            "outcome": "held" if row.outcome == "released" else row.outcome,
            "subject_kind": case.about_kind, "subject": case.about,
        }  # fmt: skip


def alone(apps: StateApps, order: dict[str, int]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield the entries of judgements without a case, each with its place."""
    carried = set(apps.get_model("ledger", "CaseJudgementRow").objects.values_list("judgement", flat=True))
    for row in apps.get_model("ledger", "JudgementRow").objects.filter(deed__in=OUTCOME_OF_DEED).iterator():
        if row.id not in carried:
            at = datetime.fromisoformat(json.loads(row.record)["at"]).astimezone(UTC).isoformat(timespec="seconds")
            yield (at, order.get(row.id, 0), row.row), {
                "entry": row.id, "of_case": False, "at": at, "outcome": OUTCOME_OF_DEED[row.deed],
                "subject_kind": row.subject_kind, "subject": row.subject,
            }  # fmt: skip


def say(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write down whom claims name by words alone, as their findings have it.

    A denial may stand in a finding of other words: the reports of those without a link are to be derived anew.
    """
    rows, table = apps.get_model("ledger", "FindingClaimRow"), apps.get_model("ledger", "SaidRow")
    for field in ("force", "side"):
        named = rows.objects.filter(role="claim", **{f"finding__{field}__startswith": "said:"})
        found = named.values_list("claim_id", f"finding__{field}").iterator(2000)
        made = (table(claim_id=claim, said=said) for claim, said in found if "@" not in said)
        table.objects.bulk_create(list(made), batch_size=LOT, ignore_conflicts=True)
    linked = apps.get_model("ledger", "LinkRow").objects.filter(verdict="linked", role__in=("force", "by"))
    denials = rows.objects.filter(role="denial").exclude(claim__in=linked.values("claim"))
    changed, reports = apps.get_model("ledger", "ChangeRow"), denials.values_list("claim__report_id", flat=True)
    again = [changed(kind="report", subject=report) for report in reports.distinct()]
    changed.objects.bulk_create(again, batch_size=LOT, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0011_together")]
    operations = [
        migrations.CreateModel(
            name="LogRow",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.CharField(max_length=200, unique=True)),
                ("of_case", models.BooleanField()),
                ("at", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=20)),
                ("subject_kind", models.CharField(max_length=20)),
                ("subject", models.CharField(db_index=True, max_length=200)),
            ],
            options={
                "db_table": "ledger_log",
                "indexes": [
                    models.Index(fields=["at", "row"], name="log_by_moment"),
                    models.Index(fields=["outcome", "at", "row"], name="log_by_outcome"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SaidRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("said", models.CharField(db_index=True, max_length=200)),
                (
                    "claim",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said",
                        to="ledger.claimrow",
                    ),
                ),
            ],
            options={
                "db_table": "ledger_said",
                "constraints": [models.UniqueConstraint(fields=("claim", "said"), name="one_saying_a_claim")],
            },
        ),
        migrations.RunPython(enter, migrations.RunPython.noop),
        migrations.RunPython(say, migrations.RunPython.noop),
    ]
