"""The store: one SQLite file with every finding in tables of its own, and full text. Opens in Datasette as it is."""
