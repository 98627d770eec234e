"""The API: the ledger's records as JSON, read-only, described by OpenAPI 3.1 (`docs/api.md`)."""
