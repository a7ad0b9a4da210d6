"""What spans the archive: who is the same person or body in many records, and which articles and quotes are the same."""
