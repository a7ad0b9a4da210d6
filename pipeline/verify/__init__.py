"""Are the records true? Every span is cut anew: from the record's text, and from the page in the archive.

    finding → text → block → element and characters of the page → bytes (sha256) → place in the archive

A record is read with `spans.py`, its page with `tracing.py`; `archive.py` brings the two together over a whole archive.
"""
