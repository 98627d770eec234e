"""Settings of the desk. Everything that differs between installations comes from the environment (`docs/desk.md`)."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from musterroll.desk.factors import must_have_second_factor
from musterroll.desk.mailing import mail_settings
from musterroll.desk.secrets import key_beside
from musterroll.ledger.addresses import database_settings

HERE = Path(__file__).parent
LEDGER = os.environ.get("MUSTERROLL_LEDGER") or os.environ.get("DATABASE_URL") or "musterroll.db"
DEBUG = False
PUBLIC_URL = os.environ.get("MUSTERROLL_URL", "")
BEHIND_TLS = PUBLIC_URL.startswith("https://")
SECRET_KEY = os.environ.get("MUSTERROLL_SECRET_KEY") or key_beside(LEDGER)
ALLOWED_HOSTS = os.environ.get("MUSTERROLL_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []

# Who answers for what is published here, and where they can be reached; shown on the policies and in machines' data.
PUBLISHER = os.environ.get("MUSTERROLL_PUBLISHER", "Musterroll")
CONTACT_NAME = os.environ.get("MUSTERROLL_CONTACT_NAME", "")
CONTACT_EMAIL = os.environ.get("MUSTERROLL_CONTACT_EMAIL", "")
SECURITY_EMAIL = os.environ.get("MUSTERROLL_SECURITY_EMAIL", CONTACT_EMAIL)
FUNDING = os.environ.get("MUSTERROLL_FUNDING", "")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django_altcha",
    "js_lib_leaflet",
    "musterroll.ledger.apps.LedgerConfig",
    "musterroll.desk",
]
MIDDLEWARE = [
    "musterroll.desk.headers.SecurityHeaders",
    "musterroll.desk.methods.Methods",
    "musterroll.desk.out.crossing.ReadableByAll",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "musterroll.desk.kept_pages.KeptPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "musterroll.desk.editors.second_factor.SecondFactor",
    "axes.middleware.AxesMiddleware",
]
FORCE_SCRIPT_NAME = ""  # the desk stands at the root of its name; where a request says that it stands is not believed
ROOT_URLCONF = "musterroll.desk.urls"
WSGI_APPLICATION = "musterroll.desk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HERE / "jinja2"],
        "OPTIONS": {"environment": "musterroll.desk.environment.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
DATABASES = {"default": database_settings(LEDGER)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "musterroll.desk.shared_cache.SharedCache"}}  # for all workers together

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "editors"
ACCOUNT_ADAPTER = "musterroll.desk.accounts.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a stranger's address gets no mail from whoever types it
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {"login": "musterroll.desk.editors.login.Login"}
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,10/5m/key"}  # for codes too; axes shuts a name and an address first
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SECOND_FACTOR = must_have_second_factor(os.environ.get("MUSTERROLL_SECOND_FACTOR", ""), BEHIND_TLS, ALLOWED_HOSTS)
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "musterroll.desk.accounts.locked_out"
AXES_USERNAME_CALLABLE = "musterroll.desk.accounts.name_of"
AXES_CLIENT_IP_CALLABLE = "musterroll.desk.accounts.mark_of"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

BEHIND_PROXY = bool(os.environ.get("MUSTERROLL_PROXY"))
INTAKE_PER_MINUTE, INTAKE_PER_HOUR = 5, 1_000
ALTCHA_HMAC_KEY = f"proof {SECRET_KEY}"
CSRF_FAILURE_VIEW = "musterroll.desk.intake.refusals.forged"
MAIL = os.environ.get("MUSTERROLL_MAIL", "")
globals().update(mail_settings(MAIL))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("MUSTERROLL_MAIL_FROM", "corrections@localhost")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic"))]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("MUSTERROLL_STATIC", HERE / "static"))
MUSTERROLL_BASEMAP = os.environ.get("MUSTERROLL_BASEMAP", "desk/basemap")
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 86_400

SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # ends with the browser: nobody who wrote to us once is known by it a year later
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 63_072_000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["musterroll.desk.opinion.upload.Capped"]
SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no-secrets": {"()": "musterroll.desk.logs.NoSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["no-secrets"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},  # what a reader did wrong is told to them, a line each would fill a disk
        "django.security": {"level": "CRITICAL"},
    },
}
