"""The same person, the same body, over many records: conservative, with the evidence shown, and correctable."""

from pipeline.archive.link.corrections import CorrectionError, Corrections, read_corrections
from pipeline.archive.link.identities import Identity, Resolved, Shelf, resolve
from pipeline.archive.link.mentions import Mention, mentions_of
from pipeline.archive.link.step import LinkOptions, link

__all__ = [
    "CorrectionError",
    "Corrections",
    "Identity",
    "LinkOptions",
    "Mention",
    "Resolved",
    "Shelf",
    "link",
    "mentions_of",
    "read_corrections",
    "resolve",
]
