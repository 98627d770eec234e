"""A word that changes whenever lists may: what is counted once can be kept until then."""

from django.db.models import Max

from musterroll.ledger.edge import at_edge, where_open
from musterroll.ledger.models import ChainRow, FindingRow, JudgementRow, PackRow, ReportRow


@at_edge
def change_mark() -> str:
    """Return a word that is another after reports, judgements, packs or what is derived have changed.

    It begins with where the ledger lies. Counts, not contents: a derivation that puts other findings in the place of
    as many is not noticed, so that what is kept by it must be let go of after a while as well.
    """
    tables = (ReportRow, FindingRow, ChainRow, PackRow)
    last = JudgementRow.objects.aggregate(Max("row"))["row__max"] or 0
    return "-".join(map(str, (where_open(), last, *(table._default_manager.count() for table in tables))))
