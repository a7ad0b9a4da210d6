"""What a form has sent: checked to come from a page of ours, read without any library for uploads."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from urllib.parse import parse_qsl

from fastapi import HTTPException
from starlette.requests import Request

#: Fields that a form may have.
_MOST_FIELDS = 2_000


@dataclass(frozen=True)
class Form:
    """The fields of a form, and who sent it."""

    pairs: tuple[tuple[str, str], ...]
    user: str

    def one(self, name: str, longest: int = 2_000) -> str:
        """Return a field's last value without space around it, empty where there is none; raises 400 for a long one."""
        value = next((v for key, v in reversed(self.pairs) if key == name), "").strip()
        if len(value) > longest:
            raise HTTPException(400, f"{name}: {longest}")
        return value.replace("\r\n", "\n").replace("\x00", "")

    def many(self, name: str) -> list[str]:
        """Return all values of a field."""
        return [value.strip() for key, value in self.pairs if key == name and value.strip()]

    @property
    def back(self) -> str:
        """Return where to go afterwards: a path of this site, never another site."""
        return safe_path(self.one("till"))


def safe_path(path: str) -> str:
    """Return a path of this site; ``/`` where the words are anything else."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and "\n" not in path and "\r" not in path
    return path if inside else "/"


async def read_form(request: Request) -> Form:
    """Return the form of a request; raises 403 where it does not carry what the page gave it."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        pairs = tuple(parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise HTTPException(400, "form") from None
    state = request.scope.get("state", {})
    form = Form(pairs, str(state.get("user") or ""))
    if not hmac.compare_digest(form.one("csrf").encode(), str(state.get("csrf", "")).encode()):
        raise HTTPException(403, "csrf")
    return form
