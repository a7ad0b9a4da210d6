"""The stage `contacts`: phone numbers, e-mail and web addresses."""

from __future__ import annotations

from dataclasses import replace

from pipeline.article import Article, Phone
from pipeline.stage import Options, Stage, stage
from pipeline.stages.contacts.emails import find_emails, find_web_addresses
from pipeline.stages.contacts.personal_numbers import find_personal_numbers
from pipeline.stages.contacts.phones import find_phones

__all__ = ["find_emails", "find_personal_numbers", "find_phones", "find_web_addresses"]


class ContactsOptions(Options):
    """`contacts` has no options."""


@stage("contacts", reads=["text"], adds=["phones", "emails", "web_addresses"], config=ContactsOptions)
def contacts(options: ContactsOptions) -> Stage:
    """Phone numbers, e-mail and web addresses, in every kind of block."""

    def find(article: Article) -> Article:
        phones = tuple(_with_block(phone, article) for phone in find_phones(article.text))
        found = article.with_layer("phones", phones).with_layer("emails", find_emails(article.text))
        found = found.with_layer("web_addresses", find_web_addresses(article.text))
        if find_personal_numbers(article.text):
            return found.with_notice("personal_number", "the text holds a personal identity number; no finding does")
        return found

    return find


def _with_block(phone: Phone, article: Article) -> Phone:
    """Give a number in the byline to the reporter, one in a contact block to a contact, whatever its line says."""
    kind = next((block.kind for block in article.blocks if block.start <= phone.start < block.end), None)
    if kind == "byline" or _beside_byline(phone, article):
        return replace(phone, context="byline")
    if kind == "contact" and phone.context == "text":
        return replace(phone, context="contact")
    return phone


def _beside_byline(phone: Phone, article: Article) -> bool:
    """Whether the reporter's name stands on the number's line: 'Maja Ek 070-174 06 05'."""
    line_start = article.text.rfind("\n", max(0, phone.start - 120), phone.start) + 1
    before = article.text[max(line_start, phone.start - 120) : phone.start]
    return bool(article.byline) and (article.byline or "") in before and len(before) <= 80
