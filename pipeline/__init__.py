"""Talstreck reads Swedish regional press: who said what, on whose behalf, with which numbers.

Five names are public:

- :func:`load` returns a :class:`Pipeline` of a configuration file or of the bundled default;
- :class:`Pipeline` turns a text, a :class:`Page` or a stream of pages into records;
- :class:`Page` is one input: its bytes and what its source knows about them;
- :class:`Record` is what comes out, typed, the same as one line of the JSON output;
- :func:`read_records` reads records back from JSON Lines.
"""

from pipeline.article import Page
from pipeline.record import Record, read_records
from pipeline.run import Pipeline, load

__all__ = ["Page", "Pipeline", "Record", "load", "read_records"]
