"""Talstreck reads Swedish regional press: who said what, on whose behalf, with which numbers."""
