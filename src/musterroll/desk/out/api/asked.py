"""What can be asked of each list of the API, as its page asks it; every field is checked before anything is read."""

from typing import Annotated

from ninja import Schema
from pydantic import AfterValidator, Field

from musterroll.desk.out.api.shapes import Grade, Measure, Modality, Outcome, Polarity, ReportStatus, Status, Type

MOST = 200


def without_nul(text: str) -> str:
    """Return text without the character that no database holds."""
    return text.replace("\x00", "").strip()


Word = Annotated[str, Field(max_length=200), AfterValidator(without_nul)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", examples=["2021-03-27"])]
Limit = Annotated[int, Field(ge=1, le=MOST, description="How many a page")]


class Asked(Schema):
    """What every list takes."""

    after: Annotated[Word | None, Field(description="The cursor in `next` of the page before")] = None
    limit: Limit = 50


class Dated(Asked):
    """What lists of dated things take."""

    since: Annotated[Day | None, Field(description="On this day or later")] = None
    until: Annotated[Day | None, Field(description="On this day or earlier")] = None


class FindingsAsked(Dated):
    """Findings by what they are about; `force`, `side` and `place` are ids or names."""

    type: Type | None = None
    force: Word | None = None
    side: Word | None = None
    place: Word | None = None
    measure: Measure | None = None
    grade: Grade | None = None
    claim: Word | None = None
    report: Word | None = None
    words: Word | None = None


class ClaimsAsked(Dated):
    """Claims by who, what, where and on whose word; `status` is all where it is not given as "standing"."""

    report: Word | None = None
    type: Type | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    actor: Word | None = None
    force: Word | None = None
    place: Word | None = None
    source: Word | None = None
    finding: Word | None = None
    words: Word | None = None
    status: Status | None = "standing"


class ReportsAsked(Dated):
    """Reports by outlet (a name or a host), language, words and status."""

    outlet: Word | None = None
    language: Word | None = None
    words: Word | None = None
    status: ReportStatus | None = None


class ActorsAsked(Asked):
    """Actors by their kind."""

    kind: Word | None = None


class PlacesAsked(Asked):
    """Places by their country (ISO 3166)."""

    country: Word | None = None


class CorrectionsAsked(Dated):
    """Corrections by class, and by the force or the report that they touch."""

    outcome: Outcome | None = None
    force: Word | None = None
    report: Word | None = None


class NoticesAsked(Asked):
    """Notices by what they are about (a finding's or commitment's id) and by their cause (a judgement's id)."""

    subject: Word | None = None
    cause: Word | None = None
