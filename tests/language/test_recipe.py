"""The recipe's pure parts: filled frames, changed sentences, definite titles, calibration."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

pytest.importorskip("spacy")

from models.recipe.__main__ import STEPS, run_all
from models.recipe.augment import Names, change, invent, splice, wrap
from models.recipe.calibrate import isotonic
from models.recipe.corpora import Sentence, Tree, read_conllu
from models.recipe.lexicons import definite
from models.recipe.sentences import Cast, fill, load_stock
from models.recipe.stanza_data import write_conllu, write_tags

NAMES = Names(["Hodan", "Åsa"], ["Berg", "Wójcik"], ["Alvsund"], ["Nordvind AB"], ["Kowalmi"])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("kommunchef", "kommunchefen"),
        ("kommunalråd", "kommunalrådet"),
        ("rektor", "rektorn"),
        ("tränare", "tränaren"),
        ("talesman", "talesmannen"),
        ("undersköterska", "undersköterskan"),
        ("redaktör", "redaktören"),
    ],
)
def test_definite(title: str, expected: str) -> None:
    assert definite(title) == expected


@pytest.mark.parametrize("seed", range(20))
def test_a_filled_frame_says_where_its_names_stand(seed: int) -> None:
    chance = random.Random(seed)
    frame = "– Vi väntar, säger {p}, {t} på {co}, till {me:s} reporter i [LOC {l:s} kyrka]."
    text, entities = fill(frame, Cast(chance, load_stock(chance)))
    assert [label for _, _, label in entities] == ["PER", "ORG", "ORG", "LOC"]
    for start, end, _ in entities:
        assert text[start:end].strip() == text[start:end]
        assert not text[end].isalnum()
    assert "{" not in text


def test_the_same_slot_is_the_same_person() -> None:
    chance = random.Random(3)
    text, entities = fill("{p} och {e}", Cast(chance, load_stock(chance)))
    full, surname = (text[start:end] for start, end, _ in entities)
    assert full.endswith(surname)


def test_splice_moves_later_names() -> None:
    sentence = Sentence(("Bo", "Ek", "såg", "Rut"), (True, True, True, False), ((0, 2, "PER"), (3, 4, "PER")))
    longer = splice(sentence, 0, 2, ["Bo", "von", "Ek"], [True, True, True])
    assert longer.words == ("Bo", "von", "Ek", "såg", "Rut")
    assert longer.entities == ((0, 3, "PER"), (4, 5, "PER"))


def test_wrap_hangs_the_dash_on_the_root() -> None:
    tree = Tree(("PRON", "VERB"), ("", ""), ("vi", "vänta"), (1, 1), ("nsubj", "root"))
    said = wrap(Sentence(("Vi", "väntar"), (True, False), (), tree), "–", "")
    assert said.tree is not None
    assert said.words == ("–", "Vi", "väntar")
    assert said.tree.heads == (2, 2, 2)


@pytest.mark.parametrize("seed", range(30))
def test_a_changed_sentence_keeps_its_entities_whole(seed: int) -> None:
    rates = dict.fromkeys(("swap", "capitals", "small", "entity_capitals", "dash", "marks", "odd_space"), 0.3)
    before = Sentence(
        ("I", "Alvsund", "bor", "Åsa", "Berg", "."),
        (True, True, True, True, False, False),
        ((1, 2, "LOC"), (3, 5, "PER")),
    )
    after = change(before, NAMES, random.Random(seed), rates)
    assert after.entities is not None
    assert [label for _, _, label in after.entities] == ["LOC", "PER"]
    assert len(after.words) == len(after.spaces)
    for start, end, _ in after.entities:
        assert 0 <= start < end <= len(after.words)
        assert after.words[start][:1].isupper()


def test_invented_names_are_names() -> None:
    made = invent({"a": ["Kowalski", "Nowak", "Wójcik"], "b": ["Warsame", "Farah"]}, 50, random.Random(1))
    assert len(made) == 50
    assert all(name[0].isupper() and 1 < len(name) < 13 for name in made)


def test_calibration_rises() -> None:
    points = [(place / 100, place % 10 < place / 10) for place in range(100)]
    raw, right = isotonic(points)
    assert raw == sorted(raw)
    assert right == sorted(right)


def test_sentences_with_trees_are_written_as_they_are_read(tmp_path: Path) -> None:
    tree = Tree(
        ("PROPN", "VERB", "PUNCT"), ("", "VerbForm=Fin", ""), ("Rut", "le", "."), (1, 1, 1), ("nsubj", "root", "punct")
    )
    sentence = Sentence(("Rut", "log", "."), (True, False, True), None, tree)
    write_conllu([sentence], tmp_path / "own.conllu")
    assert [again for _, again in read_conllu(tmp_path / "own.conllu")] == [sentence]


def test_names_are_written_in_two_columns(tmp_path: Path) -> None:
    sentence = Sentence(("Rut", "Sandell", "log", " ", "."), (True,) * 5, ((0, 2, "PER"),))
    write_tags([sentence], tmp_path / "own.bio")
    assert (tmp_path / "own.bio").read_text(encoding="utf-8") == "Rut\tB-PER\nSandell\tI-PER\nlog\tO\n.\tO\n\n"


STEP = """
import sys, time
from pathlib import Path

folder, name = Path(sys.argv[1]), sys.argv[2]
(folder / f"{name}.began").write_text(str(time.monotonic()))
time.sleep(0.3)
(folder / f"{name}.ended").write_text(str(time.monotonic()))
sys.exit(name == "silver" and (folder / "fail").exists())
"""


def test_steps_wait_for_what_they_need_and_run_two_at_a_time(tmp_path: Path) -> None:
    assert run_all(list(STEPS), [sys.executable, "-c", STEP, str(tmp_path)]) == 0
    began = {name: float((tmp_path / f"{name}.began").read_text()) for name in STEPS}
    ended = {name: float((tmp_path / f"{name}.ended").read_text()) for name in STEPS}
    assert all(ended[earlier] <= began[name] for name, step in STEPS.items() for earlier in step.after)
    assert any(
        began["teacher-1"] < ended[other] and began[other] < ended["teacher-1"] for other in ("teacher-0", "parser")
    )
    assert max(sum(began[a] <= began[b] < ended[a] for a in STEPS) for b in STEPS) == 2


def test_nothing_begins_behind_a_step_that_failed(tmp_path: Path) -> None:
    (tmp_path / "fail").touch()
    assert run_all(list(STEPS), [sys.executable, "-c", STEP, str(tmp_path)]) == 1
    assert not (tmp_path / "words.began").exists()
    assert run_all(["words", "tags"], [sys.executable, "-c", STEP, str(tmp_path)]) == 0  # what is not asked for is done
