"""The form to log in with: a name and a password. Passwords are set by a link from an administrator, not by mail."""

from allauth.account.forms import LoginForm


class Login(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """Offers no mail that would never come."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""
