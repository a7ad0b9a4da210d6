"""The store's query side: who has said what, and where."""
