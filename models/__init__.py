"""Trained models, lexicons and the recipe that makes them; read as data by the program."""
