"""Every kind of page, in each language: where one stands, and who may see it."""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

LANGUAGES = ("en", "ar")
PUBLIC = (
    "overview", "findings", "finding", "forces", "force", "places", "place", "commitments", "commitment", "reports",
    "report", "claim", "chain", "outlets", "outlet", "search", "corrections", "correction", "correction-new", "case",
    "case-confirm", "case-stop",
    "opinions", "opinion", "submit", "submit-opinion", "submit-report", "submission",
    "submission-confirm", "submission-stop", "feeds", "policies", "policy", "api-docs", "exports",
    "account_login", "account_reset_password",
)  # fmt: skip
EDITORS = (
    "editors", "editor-case", "editor-submissions", "editor-submission", "editor-claim", "editor-report", "editor-related", "editor-actor", "editor-audit", "account_logout",
    "account_change_password", "mfa_index", "mfa_activate_totp",
)  # fmt: skip
QUERIES = {"search": "?q=Wagner", "correction-new": "?about=finding:{finding}"}
TAKING = {"policy": ("corrections",)}


@dataclass(frozen=True)
class Kind:
    """One kind of page in one language."""

    view: str
    language: str

    def __str__(self) -> str:
        return f"{self.view}-{self.language}"

    @property
    def for_editors(self) -> bool:
        """Whether one has to log in for it."""
        return self.view in EDITORS

    def in_the_other(self) -> "Kind":
        """Return the same in the other language."""
        return Kind(self.view, next(code for code in LANGUAGES if code != self.language))

    def path(self, shown: dict[str, tuple[str, ...]]) -> str:
        """Return where it stands in a ledger with these things to show."""
        query = QUERIES.get(self.view, "").format(**{view: ids[0] for view, ids in shown.items()})
        with translation.override(self.language):
            return reverse(self.view, args=shown.get(self.view) or TAKING.get(self.view, ())) + query


KINDS = tuple(Kind(view, language) for language in LANGUAGES for view in (*PUBLIC, *EDITORS))


def views() -> frozenset[str]:
    """Return the names of all views that the desk has."""
    return frozenset(named(get_resolver().url_patterns))


def named(patterns: list[URLPattern | URLResolver]) -> list[str]:
    """Return the names below some patterns."""
    names: list[str] = []
    for one in patterns:
        if isinstance(one, URLResolver):
            names += [] if one.namespace else named(one.url_patterns)  # the API's views are no pages
        elif one.name:
            names.append(one.name)
    return names
