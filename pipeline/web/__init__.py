"""The journalists' page and the JSON API over a store. Reads the store, writes only the file of reviews."""
