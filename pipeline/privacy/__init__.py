"""Who may see what: the privacy profile. Applied to records before outputs, and to everything that reads a store for show.

    privacy: newsroom                                    # in a configuration: a profile of configs/privacy
    privacy: {profile: public, suppress: borttagna.txt}  # or with a list of what must not be seen at all

The profile decides for each kind of number and address: ``keep`` it, ``mask`` its middle (070-*** ** 12), ``drop`` it, or
``keyed``: drop it and keep a keyed fingerprint, so that the same number can be told to be the same. The list holds names,
ids (people, identities, quotes, articles) and addresses of articles, one a line.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError

from pipeline.article import PhoneContext, PhoneKind
from pipeline.data import data_path
from pipeline.outputs import OutputError
from pipeline.registry import Options, did_you_mean

Action = Literal["keep", "mask", "drop", "keyed"]

_ID = re.compile(r"[abipoq]\d+-[0-9a-f]{6,64}$")
#: Digits that a masked number keeps at its beginning (the area or the operator) and at its end.
_HEAD, _TAIL = 3, 2


class PrivacyError(OutputError):
    """A profile or a list that cannot be used; the message says where and what to do."""


class ProfileOptions(Options):
    """What stands in a profile's file. ``base`` is a profile to begin from; ``suppress`` and ``key_file`` are paths.

    ``phones`` has an action for a kind of number, or one for each context in which that kind stands.
    """

    base: str | None = None
    phones: dict[PhoneKind, Action | dict[PhoneContext, Action]] = Field(default_factory=dict)
    emails: Action | None = None
    ages: Literal["keep", "drop"] | None = None
    suppress: str | None = None
    key_file: str | None = None


class PrivacyOptions(Options):
    """The ``privacy:`` part of a configuration: a profile (its name, or a file) and a list of its own."""

    profile: str = "newsroom"
    suppress: str | None = None


@dataclass(frozen=True)
class Profile:
    """A checked profile. Names are held in small letters; ``key`` is the secret behind ``keyed``."""

    name: str = "open"
    phones: Mapping[PhoneKind, Mapping[PhoneContext, Action]] = field(default_factory=dict)
    emails: Action = "keep"
    ages: Literal["keep", "drop"] = "keep"
    names: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    key: bytes = b""

    @property
    def sha256(self) -> str:
        """The fingerprint of what the profile does, its list included and its key left out."""
        told = (self.name, {k: dict(sorted(v.items())) for k, v in sorted(self.phones.items())}, self.emails, self.ages)
        lists = (sorted(self.names), sorted(self.ids), sorted(self.urls))
        return hashlib.sha256(repr((told, lists)).encode()).hexdigest()

    @property
    def suppresses(self) -> bool:
        """Tell whether anybody or anything must not be seen at all."""
        return bool(self.names or self.ids or self.urls)

    def phone(self, kind: PhoneKind, context: PhoneContext) -> Action:
        """Return what is done with a number of this kind in this context."""
        return self.phones.get(kind, {}).get(context, "keep")

    def hides_name(self, name: str | None) -> bool:
        """Tell whether this is the name of somebody on the list, whatever its case."""
        return name is not None and folded(name) in self.names

    def hides_words(self, *words: str | None) -> bool:
        """Tell whether any of these words name somebody on the list, or an id on it."""
        told = folded(" ".join(filter(None, words)))
        return any(name in told for name in (*self.names, *self.ids))

    def with_ids(self, more: Iterable[str]) -> Profile:
        """Return the profile with more ids on its list."""
        return replace(self, ids=self.ids | frozenset(more))

    def fingerprint(self, value: str) -> str:
        """Return the keyed fingerprint of a number or an address (a bare hash of a number can be tried out)."""
        return "hmac:" + hmac.new(self.key, value.encode(), hashlib.sha256).hexdigest()[:24]


#: Hides nothing.
OPEN = Profile()


def folded(name: str) -> str:
    """Return a name as it is compared: NFC, small letters, single spaces. Marks stay: Öberg is not Oberg."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def mask(text: str) -> str:
    """Return a number with stars for the digits of its middle: "070-174 06 12" → "070-*** ** 12". As long as before."""
    places = [n for n, letter in enumerate(text) if letter.isdigit() or letter == "*"]
    head = _HEAD + 1 if text.lstrip().startswith("+") else _HEAD
    hidden = set(places[head : len(places) - _TAIL] if len(places) > head + _TAIL else places)
    return "".join("*" if n in hidden else letter for n, letter in enumerate(text))


def mask_address(text: str) -> str:
    """Return an e-mail address with stars for what tells its owner: "asa.oberg@x.exempel" → "a********@x.exempel"."""
    local, at, host = text.partition("@")
    return local[:1] + "*" * (len(local) - 1) + at + host


def blank(text: str) -> str:
    """Return as many stars as the text has letters and digits, so that offsets hold."""
    return "".join("*" if letter.isalnum() else letter for letter in text)


def load_profile(named: str = "newsroom", suppress: str | Path | None = None) -> Profile:
    """Return a profile: one of ``configs/privacy`` by its name, or a file; with a list of its own, if any.

    Raises :class:`PrivacyError`.
    """
    profile = _read(_file(named), ())
    return _with_list(profile, Path(suppress)) if suppress is not None else profile


def _file(named: str) -> Path:
    if named.endswith((".yaml", ".yml")):
        return Path(named)
    bundled = data_path("configs", "privacy")
    file = bundled / f"{named}.yaml"
    if "/" in named or "\\" in named or not file.is_file():
        known = sorted(path.stem for path in bundled.glob("*.yaml"))
        raise PrivacyError(f"privacy: no profile called {named!r}{did_you_mean(named, known)}; a file ends in .yaml")
    return file


def _read(file: Path, seen: tuple[Path, ...]) -> Profile:
    if file.resolve() in seen:
        raise PrivacyError(f"{file}: base: includes itself")
    options = _options(file)
    profile = OPEN
    if options.base is not None:
        beside = options.base.endswith((".yaml", ".yml"))
        base = file.parent / options.base if beside else _file(options.base)
        profile = _read(base, (*seen, file.resolve()))
    phones = {**profile.phones, **{kind: _contexts(action) for kind, action in options.phones.items()}}
    key = _key(file, options, profile)
    profile = replace(
        profile,
        name=file.stem,
        phones=phones,
        emails=options.emails or profile.emails,
        ages=options.ages or profile.ages,
        key=key,
    )
    return _with_list(profile, file.parent / options.suppress) if options.suppress else profile


def _contexts(action: Action | dict[PhoneContext, Action]) -> Mapping[PhoneContext, Action]:
    if isinstance(action, dict):
        return action
    # a switchboard's number leads to nobody in particular, whatever kind it is
    return {"contact": action, "byline": action, "text": action}


def _options(file: Path) -> ProfileOptions:
    try:
        data: Any = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    except OSError as error:
        raise PrivacyError(f"{file}: cannot be read: {error.strerror or error}") from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise PrivacyError(f"{file}: not valid YAML: {error}") from None
    try:
        return ProfileOptions.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        known = did_you_mean(where, list(ProfileOptions.model_fields)) if first["type"] == "extra_forbidden" else ""
        raise PrivacyError(f"{file}: {where}: {first['msg']}{known}") from None


def _key(file: Path, options: ProfileOptions, base: Profile) -> bytes:
    if options.key_file:
        path = file.parent / options.key_file
        try:
            key = path.read_bytes().strip()
        except OSError as error:
            raise PrivacyError(f"{path}: the key cannot be read: {error.strerror or error}") from None
        if len(key) < 16:
            raise PrivacyError(f"{path}: a key needs 16 bytes or more; make one with 'openssl rand -hex 32'")
        return key
    actions = [a for kind in options.phones.values() for a in (kind.values() if isinstance(kind, dict) else [kind])]
    if "keyed" in (*actions, options.emails) and not base.key:
        raise PrivacyError(f"{file}: 'keyed' needs a secret; add 'key_file: PATH'")
    return base.key


def _with_list(profile: Profile, path: Path) -> Profile:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise PrivacyError(f"{path}: the list cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise PrivacyError(f"{path}: is not UTF-8 text; save it as UTF-8") from None
    entries = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    ids = frozenset(entry for entry in entries if _ID.match(entry))
    urls = frozenset(entry for entry in entries if "://" in entry)
    names = frozenset(folded(entry) for entry in entries) - ids - frozenset(folded(url) for url in urls)
    return replace(profile, names=profile.names | names, ids=profile.ids | ids, urls=profile.urls | urls)
