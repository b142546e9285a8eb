"""Dateline: where a news article happens, who acts, who stands where toward whom, and when."""
