"""What this installation is set to (`settings.py`), read when it is asked for, so that a test may set it otherwise."""

from django.conf import settings


def secret_key() -> str:
    """Return the key that signs forms, makes secret links and seals who sent what."""
    return str(settings.SECRET_KEY)


def public_url() -> str:
    """Return the address that the public knows ("" where it is not set)."""
    return str(getattr(settings, "PUBLIC_URL", ""))


def sends_mail() -> bool:
    """Say whether any mail leaves this installation."""
    return bool(getattr(settings, "MAIL", ""))


def behind_proxy() -> bool:
    """Say whether requests come through a proxy, whose word on their address is then taken."""
    return bool(getattr(settings, "BEHIND_PROXY", False))


def needs_second_factor() -> bool:
    """Say whether editors and administrators must have a second factor."""
    return bool(getattr(settings, "SECOND_FACTOR", False))


def most_a_minute() -> int:
    """Return how many sendings are taken from one address in a minute."""
    return int(getattr(settings, "INTAKE_PER_MINUTE", 5))


def most_an_hour() -> int:
    """Return how many sendings are taken from all in an hour."""
    return int(getattr(settings, "INTAKE_PER_HOUR", 1_000))


def publisher() -> str:
    """Return the name of who publishes here."""
    return str(getattr(settings, "PUBLISHER", "Musterroll"))


def contact_name() -> str:
    """Return who answers for corrections ("" where the operator has named nobody)."""
    return str(getattr(settings, "CONTACT_NAME", ""))


def contact_email() -> str:
    """Return where they can be reached ("" where it is not set)."""
    return str(getattr(settings, "CONTACT_EMAIL", ""))


def security_email() -> str:
    """Return where holes in the site are told ("" where it is not set)."""
    return str(getattr(settings, "SECURITY_EMAIL", ""))


def funding() -> str:
    """Return who pays for this site, in words ("" where the operator has not said)."""
    return str(getattr(settings, "FUNDING", ""))
