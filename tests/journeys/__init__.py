"""Journeys: the desk as people meet it. A real server, a real browser, nothing reached but the desk itself."""
