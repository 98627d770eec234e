"""The API itself: its description, and every error as a problem in words."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from musterroll.desk.out.api.answers import PROBLEM, problem
from musterroll.desk.out.api.lists import VERSION, router
from musterroll.records import LedgerError, NotInLedger

WORDS = """What is said about armed forces, and on whose word, as data. Read-only, open to every site, no key needed.

Every figure opens: a bound names its claims, a claim its sentence and its report. What was corrected or retracted
stays, and says so. No verdict on what is true. Keys are never renamed or removed within a version; new ones may come.
"""


class Door(NinjaAPI):
    """The framework's API, whose description has problems under their own media type."""

    def get_openapi_schema(self, **named: Any) -> OpenAPISchema:
        """Return the description."""
        made = super().get_openapi_schema(**named)
        for answers in (each["get"]["responses"] for each in made["paths"].values()):
            for status, answer in answers.items():
                if int(status) >= 400:
                    answer["content"] = {PROBLEM: next(iter(answer["content"].values()))}
        return made


api = Door(
    title="Musterroll",
    version=VERSION,
    description=WORDS,
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api-1",
)
api.add_router("", router)


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Return which fields are not understood."""
    return problem(422, "Some fields of the address are not understood.", [said(each) for each in error.errors])


def said(error: dict[str, Any]) -> dict[str, Any]:
    """Return one field's error: which, and why."""
    return {"field": str(error["loc"][-1]), "why": error["msg"]}


@api.exception_handler(NotInLedger)
def not_there(request: HttpRequest, error: NotInLedger) -> HttpResponse:
    """Return that the ledger has no such thing."""
    return problem(404, str(error))


@api.exception_handler(LedgerError)
def not_readable(request: HttpRequest, error: LedgerError) -> HttpResponse:
    """Return that the ledger cannot be read now."""
    return problem(503, "The ledger cannot be read now; try again later.")


@api.exception_handler(Http404)
def no_such_address(request: HttpRequest, error: Http404) -> HttpResponse:
    """Return that there is no such address."""
    return problem(404, "There is nothing at this address.")


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Return why the framework refuses."""
    return problem(error.status_code, str(error))


def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """Return that there is no such address below the API's."""
    return problem(404, "There is nothing at this address.")
