"""`musterroll editors`: who may log in at the desk, and what they may do there."""

import argparse
from typing import Any

from musterroll.cli.ledgers import LEDGER, ledger_named, person_of
from musterroll.records import Person

ROLES = ("reader-of-full-text", "reviewer", "editor", "admin")


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("editors", help="accounts of the desk: add, list, role, link, close")
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    for deed, words in (
        ("add", "make an account and print the address where its owner sets a password"),
        ("role", "give an account another role"),
        ("link", "print a new address where its owner sets a password"),
        ("factor", "take a lost second factor away; another is set up at the next login"),
        ("close", "let nobody log in with an account any more"),
    ):
        one = deeds.add_parser(deed, help=words)
        one.add_argument("name", metavar="NAME", help="the account's name")
        if deed in ("add", "role"):
            one.add_argument("--role", choices=ROLES, required=True, help="what they may do")
        add_common(one)
    add_common(deeds.add_parser("list", help="list the accounts"))


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add what each deed takes."""
    parser.add_argument("--ledger", metavar="PATH", help=f"the ledger (default: MUSTERROLL_LEDGER, or {LEDGER} here)")
    parser.add_argument("--by", metavar="WHO", help="who does it (default: MUSTERROLL_BY)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do one deed. Whoever can write the ledger's file acts as its administrator."""
    from musterroll import ledger
    from musterroll.desk.serving import use

    use(ledger_named(arguments.ledger))
    try:
        return do(arguments, Person(person_of(arguments).name, frozenset({"admin"})))
    finally:
        ledger.close_ledger()


def do(arguments: argparse.Namespace, by: Person) -> int:
    """Do one deed on the open ledger."""
    from musterroll.desk.editors import accounts

    if arguments.deed == "list":
        for one in accounts.accounts():
            state = "" if one.open else "  closed"
            factor = "second factor" if one.factor else "no second factor"
            login = f"last login: {one.last_login or 'never'}"
            print(f"{one.name}  {', '.join(one.roles) or 'no role'}  {factor}  {login}{state}")
    elif arguments.deed == "add":
        print(accounts.add_account(arguments.name, arguments.role, by=by))
    elif arguments.deed == "role":
        accounts.change_role(arguments.name, arguments.role, by=by)
    elif arguments.deed == "link":
        print(accounts.new_link(arguments.name, by=by))
    elif arguments.deed == "factor":
        accounts.forget_factor(arguments.name, by=by)
    else:
        accounts.close_account(arguments.name, by=by)
    return 0
