from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.quotes.regions import opens_with_dash
from pipeline.stages.quotes.shadow import shadow


@given(st.text())
def test_the_shadow_keeps_every_offset(text: str) -> None:
    assert len(shadow(text)) == len(text)


def test_dashes_that_open_speech() -> None:
    assert all(opens_with_dash(t) for t in ("– Vi", "- Vi", "-Vi", "—Vi", "– ”Nej”", "– 30 000 är mycket", "\x96 Vi"))
    assert not any(opens_with_dash(t) for t in ("-5 grader", "E-post", "--- Vi", "-varför", "Vi – de"))
