"""Out: feeds, exports, the API, structured data and policies."""
