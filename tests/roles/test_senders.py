"""Which body a mail domain spells."""

from __future__ import annotations

import pytest

from pipeline.stages.roles.senders import _fits

DOMAINS = {
    "all of it": ("norrplast", ["norrplast"], True),
    "its first word": ("odeshamn", ["odeshamns", "universitetssjukhus"], True),
    "a municipality's place": ("lund", ["lunds", "kommun"], True),
    "a region's": ("lindmark", ["region", "lindmark"], True),
    "more than its first word": ("lansstyrelsengryt", ["lansstyrelsen", "grytlan"], True),
    "a part of a word": ("norrhamra", ["norrhamrapartiet"], False),
    "too short": ("nord", ["nord", "kraft"], False),
    "another": ("sydkraft", ["nord", "kraft"], False),
}


@pytest.mark.parametrize(("label", "words", "fits"), DOMAINS.values(), ids=DOMAINS)
def test_domains(label: str, words: list[str], fits: bool) -> None:
    assert _fits(label, words) is fits
