"""The same story and the same words, printed in several places, shortened or altered."""

from pipeline.archive.same.step import SameOptions, same

__all__ = ["SameOptions", "same"]
