"""Sheets: what each command on a ledger shows, for people, as JSON and as CSV."""
