"""Tags of Django's own template language, for pages that come from packages."""
