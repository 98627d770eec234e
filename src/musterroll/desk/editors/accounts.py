"""The accounts of editors: made, listed, given a role and closed by an administrator, never by a visitor."""

from dataclasses import dataclass

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.urls import reverse

from musterroll import actions, ledger
from musterroll.desk.editors.people import ROLE_OF_GROUP
from musterroll.desk.installation import public_url
from musterroll.records import ActRefused, Person

ROLES = tuple(ROLE_OF_GROUP)


@dataclass(frozen=True)
class Account:
    """An account: its name, its roles, whether it is open, when somebody last logged in (ISO 8601).

    `factor` says whether it has a second factor.
    """

    name: str
    roles: tuple[str, ...]
    open: bool
    last_login: str | None
    factor: bool


def add_account(name: str, role: str, *, by: Person) -> str:
    """Make an account without a password; return the address where its owner sets one, good for three days.

    Raises ActRefused where there is one of that name, where the name is none, or where `by` may not.
    """
    if User.objects.filter(username__iexact=name).exists():
        raise ActRefused(f"there is an account {name} already")
    user = User(username=name)
    user.set_unusable_password()
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as error:
        raise ActRefused(f"{name!r} is no name for an account: {'; '.join(error.messages)}") from error
    with ledger.one_step():
        actions.appoint(name, role, by=by)
        user.save()
        give_role(user, role)
    return password_link(user)


def change_role(name: str, role: str, *, by: Person) -> None:
    """Give an account one role in place of those it has. Raises ActRefused as `add_account` does."""
    user = account_named(name)
    with ledger.one_step():
        actions.appoint(name, role, by=by)
        give_role(user, role)


def close_account(name: str, *, by: Person) -> None:
    """Let nobody log in with an account any more; what it did stays. Raises ActRefused as `add_account` does."""
    user = account_named(name)
    with ledger.one_step():
        actions.appoint(name, "", by=by, why="closed")
        user.is_active = False
        user.save()
        user.groups.clear()


def new_link(name: str, *, by: Person) -> str:
    """Return a new address where the owner of an account sets a password. Raises ActRefused as `add_account` does."""
    user = account_named(name)
    actions.appoint(name, "new password", by=by)
    return password_link(user)


def forget_factor(name: str, *, by: Person) -> None:
    """Take the second factor of an account away, lost with its phone; its owner sets up another at the next login.

    Raises ActRefused as `add_account` does.
    """
    user = account_named(name)
    with ledger.one_step():
        actions.appoint(name, "new second factor", by=by)
        Authenticator.objects.filter(user=user).delete()


def give_role(user: User, role: str) -> None:
    """Put an account into the group of a role, and into no other; raises ActRefused for no role."""
    if role not in ROLES:
        raise ActRefused(f"no role {role!r}: there are {', '.join(ROLES)}")
    group, _made = Group.objects.get_or_create(name=role)
    user.groups.set([group])


def account_named(name: str) -> User:
    """Return an account; raises ActRefused where there is none."""
    user = User.objects.filter(username=name).first()
    if user is None:
        raise ActRefused(f"there is no account {name}")
    return user


def password_link(user: User) -> str:
    """Return the address where a password is set."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    uid, _dash, token = key.partition("-")
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    return f"{public_url().rstrip('/') or 'http://127.0.0.1:8000'}{path}"


def accounts() -> tuple[Account, ...]:
    """Return all accounts by name."""
    found = User.objects.order_by("username").prefetch_related("groups")
    factors = set(Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list("user_id", flat=True))
    return tuple(
        Account(
            user.username,
            tuple(sorted(group.name for group in user.groups.all())),
            user.is_active,
            user.last_login.isoformat(timespec="seconds") if user.last_login else None,
            user.pk in factors,
        )
        for user in found
    )
