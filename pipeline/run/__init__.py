"""Pages through stages to records, one archive at a time, and not one page lost or counted twice.

    source → page (bytes, sha256) → article (text, blocks) → stages add layers → record → privacy → outputs
    record + gold → evaluate        SQLite → search, web

`reader` holds the stages and makes records; `streamed` reads as it goes, for `extract`. A configured run (`archive`)
lists its inputs (`listing`), hands what is to do to workers (`supervisor` above `pool` or `on_dask`), keeps what
they make in shards (`shards`) that a ledger indexes (`ledger`), and makes the outputs from both (`assembly`). Every input
ends as exactly one of ok, skipped, duplicate and failed; the four add up to the inputs (`outcomes`).
"""

from pipeline.run.archive import run
from pipeline.run.outcomes import Accounts, Ending, Outcome, Watcher
from pipeline.run.reader import Pipeline, load
from pipeline.run.streamed import extract

__all__ = ["Accounts", "Ending", "Outcome", "Pipeline", "Watcher", "extract", "load", "run"]
