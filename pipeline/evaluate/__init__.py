"""Gold against records: what was found, what was missed, what was made up."""
