"""The commands beside the desk: accounts, forgetting, training text."""

from pathlib import Path

import pytest

from musterroll.training.corpus import load_gold
from tests.cli.conftest import Ask


def test_accounts_are_made_listed_and_closed(ask: Ask) -> None:
    """An administrator adds an account, gives it another role and closes it; each needs a name to answer for it."""
    assert ask("editors", "add", "Ann", "--role", "editor").code == 4
    added = ask("editors", "add", "Ann", "--role", "editor", "--by", "Root")
    assert added.code == 0 and "/accounts/password/reset/key/" in added.out
    assert ask("editors", "add", "ann", "--role", "editor", "--by", "Root").code == 4
    assert ask("editors", "add", "no/name", "--role", "editor", "--by", "Root").code == 4
    assert ask("editors", "role", "Ann", "--role", "admin", "--by", "Root").code == 0
    assert ask("editors", "list").out == "Ann  admin  no second factor  last login: never\n"
    assert ask("editors", "factor", "Ann", "--by", "Root").code == 0
    assert ask("editors", "factor", "Bob", "--by", "Root").code == 4
    assert "/accounts/password/reset/key/" in ask("editors", "link", "Ann", "--by", "Root").out
    assert ask("editors", "close", "Ann", "--by", "Root").code == 0
    assert "closed" in ask("editors", "list").out
    assert ask("editors", "close", "Bob", "--by", "Root").code == 4
    assert ask("editors", "list", "--ledger", "nowhere.db").code == 3


def test_nothing_old_is_nothing_forgotten(ask: Ask) -> None:
    """A purge says of how many cases it forgot the senders; nobody may not."""
    assert ask("purge", "--by", "Root").out == "forgotten: who sent 0 cases\n"
    assert ask("purge").code == 4
    assert ask("purge", "--by", "Root", "--days", "-1").code == 2


def test_judged_claims_become_training_text(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report whose claims were judged is written as a line that the corpus loader reads."""
    monkeypatch.setenv("MUSTERROLL_BY", "Ann")
    claims = ask("claims", "--format", "json").form
    report = claims[0]["report"]["id"] if isinstance(claims[0]["report"], dict) else claims[0]["report"]
    out = tmp_path / "judged.jsonl"
    assert ask("export-training", str(out)).out.endswith(": 0 reports\n")
    assert ask("confirm", claims[0]["id"], "--why", "it says so").code == 0
    assert ask("export-training", str(out), "--partly").out.endswith(": 1 report\n")
    assert load_gold(out)[0].id == report
    assert ask("export-training", str(tmp_path / "no" / "out.jsonl")).code == 2
