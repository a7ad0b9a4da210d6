"""What is in an archive, before a long run: formats, encodings, languages, years, duplicates, stubs, what is left out."""
