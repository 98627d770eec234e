"""Every operation of the API asked with what its description allows, and with what it does not."""

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from musterroll.desk.wsgi import application
from tests.desk.out.conftest import Corrected

PATHS = (
    "/", "/findings", "/findings/{id}", "/claims", "/claims/{id}", "/chains/{id}", "/reports", "/reports/{id}",
    "/actors", "/actors/{id}", "/places", "/places/{id}", "/commitments", "/commitments/{id}", "/corrections",
    "/corrections/{id}", "/notices",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_question_breaks_the_api(client: Client, corrected: Corrected, path: str) -> None:
    """Whatever is asked, the answer is never an error of ours and always as the description has it."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    operation = schema[f"/api/v1{path}"]["GET"]
    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

    @given(
        case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
        | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
    )
    @settings(
        max_examples=12,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Case) -> None:
        case.call_and_validate(checks=checks, headers={"Accept-Encoding": "identity"})

    ask()
